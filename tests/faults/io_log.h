// The log that libiofault.so writes, read back.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/faults/iofault.h"

namespace dateline::testing {

/// One change of files; which members mean something depends on `change`.
struct IoRecord {
  iofault::Change change{};
  std::uint64_t inode = 0;
  std::uint64_t offset = 0;
  std::string path{};
  std::string other{};  ///< Of a rename, an exchange or a link: where to.
  std::string bytes{};
};

/// All records of the file `path`. Throws std::runtime_error when it is cut off.
std::vector<IoRecord> read_io_log(const std::string& path);

}  // namespace dateline::testing
