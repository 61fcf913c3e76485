// Which blocks of a table the last commit needs.

#pragma once

#include <string>
#include <vector>

namespace dateline::integrity {

/// By number, whether the block is part of the tree of the table `name`
/// ("docdata.glass") as the root of the index at `path` has it. What is beyond the end
/// is not; where the root or the tree cannot be followed all of it is, so that nothing
/// is overlooked. Throws std::system_error.
std::vector<bool> used_blocks(const std::string& path, const std::string& name);

}  // namespace dateline::integrity
