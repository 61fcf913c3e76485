// Bytes that come in blocks: a file's, an archive member's, decompressed or not.

#pragma once

#include <string_view>

namespace dateline::readers {

/// One object belongs to one thread at a time.
class ByteStream {
 public:
  ByteStream() = default;
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// The next block, empty at the end; it lives until the next call. Throws Error.
  virtual std::string_view read() = 0;
};

}  // namespace dateline::readers
