// The bytes of a file or of standard input, as they lie on disk.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/readers/byte_stream.h"
#include "index/readers/expansion_limit.h"

namespace dateline::readers {

class FileBytes final : public ByteStream {
 public:
  /// Opens `path`, or standard input when it is "-"; counts what it reads as packed.
  /// `limit` must outlive this. Throws Error.
  FileBytes(const std::string& path, ExpansionLimit& limit);
  ~FileBytes() override;

  std::string_view read() override;

 private:
  int descriptor_ = -1;
  bool owned_ = false;
  ExpansionLimit& limit_;
  std::array<char, std::size_t{256} << 10> block_;
};

}  // namespace dateline::readers
