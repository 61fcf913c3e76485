// Which files calls are about, as libiofault.so sees them.

#pragma once

#include <cstdint>
#include <string>

namespace dateline::testing::iofault {

/// Of an open file; empty where it has none.
std::string path_of(int fd);

/// That of `path` below the open folder, or the working one for AT_FDCWD.
std::string absolute(int folder, const char* path);

/// Whether it is the root of the plan, or below it.
bool watched(const std::string& path);

/// 0 where there is none.
std::uint64_t inode_of(int fd);
std::uint64_t inode_at(const std::string& path);

}  // namespace dateline::testing::iofault
