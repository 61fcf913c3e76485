// A ByteStream whose beginning can be looked at, and whose UTF-16 is UTF-8.

#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "index/readers/byte_stream.h"
#include "index/readers/encoding.h"

namespace dateline::readers {

/// Takes off a byte order mark, and converts UTF-16, with a mark or by its zero bytes.
/// Other bytes pass as they are: which encoding they have is decided record by record.
class TextSource {
 public:
  /// Reads the beginning. `bytes` must outlive this. Does not throw: what fails is
  /// thrown by read() when all before it has been read.
  explicit TextSource(ByteStream& bytes);

  /// The first 32 KiB, or all if there is less. Valid until the first read().
  std::string_view peek() const { return beginning_; }

  /// The next block, empty at the end; it lives until the next call. Throws Error as
  /// ByteStream::read() does.
  std::string_view read();

  /// The error that cut the beginning short, null if there was none.
  std::exception_ptr early_error() const { return early_error_; }

 private:
  std::string_view convert(std::string_view block);
  void find_encoding();

  ByteStream& bytes_;
  std::string beginning_;
  bool beginning_read_ = false;
  std::exception_ptr early_error_;
  std::optional<Utf16Decoder> utf16_;
  std::string converted_;
};

/// Appends all of `source` to `text`; false when that is more than `most` bytes.
bool read_whole(TextSource& source, std::size_t most, std::string& text);

}  // namespace dateline::readers
