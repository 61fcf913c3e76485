// The bytes of a stream, decompressed where they are compressed.

#pragma once

#include <string_view>

#include "index/readers/archive_input.h"
#include "index/readers/byte_stream.h"
#include "index/readers/expansion_limit.h"
#include "index/readers/gunzip.h"

namespace dateline::readers {

/// gzip, zstd, xz and bzip2 are recognised by their content, also one inside the other.
/// Memory in use does not depend on the stream.
class Decompressor final : public ByteStream {
 public:
  /// Counts what it gives as unpacked. Both must outlive this. Throws Error.
  Decompressor(ByteStream& packed, ExpansionLimit& limit);

  /// Throws Error when the stream fails or the compressed data is cut or damaged. Of a
  /// cut gzip stream all before the cut is given, of others up to one block (128 KiB)
  /// may be lost.
  std::string_view read() override;

 private:
  std::string_view read_other();

  Gunzip gunzip_;
  bool is_plain_ = false;  // What gunzip_ gives is compressed no more.
  ArchiveInput input_;
  ExpansionLimit& limit_;
  bool at_end_ = false;
};

}  // namespace dateline::readers
