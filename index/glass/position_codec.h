// The positions of one term in one document, as the position table has them.

#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace dateline::glass {

/// Appends the encoding of `positions`, which rise and are not empty. The format has
/// the same bytes for {0, 1} as for {1}, which is read back: let no text begin at 0.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace dateline::glass
