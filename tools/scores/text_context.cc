#include "tools/scores/text_context.h"

#include <algorithm>

namespace dateline::scores {
namespace {

constexpr std::size_t kContext = 40;  // Bytes on each side.

bool is_utf8_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

TextContext context_of(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t line_begin = text.rfind('\n', begin) + 1;  // npos + 1 is 0.
  const std::size_t line_end = std::min(text.find('\n', end), text.size());
  std::size_t from =
      std::max(std::min(line_begin, begin), begin - std::min(begin, kContext));
  std::size_t to = std::min(line_end, end + kContext);
  while (from < begin && is_utf8_tail(text[from])) ++from;
  while (to > end && to < text.size() && is_utf8_tail(text[to])) --to;
  return {.before = std::string(text.substr(from, begin - from)),
          .text = std::string(text.substr(begin, end - begin)),
          .after = std::string(text.substr(end, to - end))};
}

}  // namespace dateline::scores
