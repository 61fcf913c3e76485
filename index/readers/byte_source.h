// The bytes of a file or of standard input, decompressed, in blocks.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::readers {

/// Streams one file; gzip, zstd, xz and bzip2 are recognised by their content, also one
/// inside the other. Memory in use does not depend on the file. One object belongs to
/// one thread at a time.
class ByteSource {
 public:
  /// Opens `path`, or standard input when it is "-". Throws Error.
  explicit ByteSource(const std::string& path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// The next block of decompressed bytes, empty at the end; it lives until the next
  /// call. Throws Error when the disk fails or the compressed data is cut or damaged;
  /// of a cut file, up to one block (128 KiB) before the cut may be lost.
  std::string_view read();

  /// Bytes read from disk so far, before decompression.
  std::uint64_t bytes_read() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::readers
