// The log of changes that libiofault.so writes; io_log.h reads it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/faults/iofault.h"

namespace dateline::testing::iofault {

void log_change(Change change, std::uint64_t inode, std::uint64_t offset,
                std::string_view path, std::string_view other = {},
                std::string_view bytes = {});

/// What `size` bytes at `offset` of an open file are now: copying between files passes
/// no bytes through us.
void log_content(int fd, std::uint64_t offset, std::size_t size);

}  // namespace dateline::testing::iofault
