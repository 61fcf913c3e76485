// The bytes of a file or of standard input, as they lie on disk.

#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/readers/byte_stream.h"
#include "index/readers/expansion_limit.h"

namespace dateline::readers {

class FileBytes final : public ByteStream {
 public:
  /// How long a named pipe may be without a program that writes to it.
  static constexpr std::chrono::milliseconds kWriterWait{5000};

  /// Opens `path`, or standard input when it is "-"; counts what it reads as packed.
  /// `limit` must outlive this. Throws Error, also for a pipe that nothing writes to.
  FileBytes(const std::string& path, ExpansionLimit& limit,
            std::chrono::milliseconds writer_wait = kWriterWait);
  ~FileBytes() override;

  std::string_view read() override;

 private:
  void wait_for_writer(std::chrono::milliseconds wait);

  int descriptor_ = -1;
  bool owned_ = false;
  ExpansionLimit& limit_;
  std::size_t waiting_ = 0;  // Bytes in block_ that were read before read().
  std::array<char, std::size_t{256} << 10> block_;
};

}  // namespace dateline::readers
