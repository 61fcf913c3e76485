// What libarchive reads from: a ByteStream.

#pragma once

#include <archive.h>

#include <exception>
#include <memory>
#include <string_view>

#include "index/readers/byte_stream.h"

namespace dateline::readers {

/// A handle of libarchive over a stream. Set filters and formats at get(), then open().
class ArchiveInput {
 public:
  /// `packed` must outlive this. Throws Error.
  explicit ArchiveInput(ByteStream& packed);

  archive* get() const { return archive_.get(); }

  /// Begins to read; a status of libarchive.
  int open();

  /// What went wrong, as an Error; what the stream threw, as it is.
  [[noreturn]] void throw_error() const;

 private:
  static la_ssize_t on_read(archive*, void* self, const void** block);

  ByteStream& packed_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  bool at_end_ = false;         // Nothing more to read from the stream.
  std::exception_ptr error_{};  // Thrown by the stream.
};

}  // namespace dateline::readers
