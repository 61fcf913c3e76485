// The positions of one term in one document, as the position table has them.

#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace dateline::glass {

/// Appends the encoding of `positions`, which rise and are not empty.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace dateline::glass
