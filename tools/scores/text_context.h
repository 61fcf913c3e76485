// A place of a text, and its line around it: what people need to see of a mistake.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::scores {

struct TextContext {
  std::string before{}, text{}, after{};
};

/// Bytes [begin, end) of `text`, with up to 40 more of their line on each side; no
/// character is cut.
TextContext context_of(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace dateline::scores
