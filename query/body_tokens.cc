#include "query/body_tokens.h"

#include "index/text/shouted_lines.h"

namespace dateline {
namespace {

// Reading more of one article than this would cost more than it shows.
constexpr std::size_t kMaxBytes = std::size_t{256} << 10;

}  // namespace

std::string_view readable_part(std::string_view body) {
  if (body.size() <= kMaxBytes) return body;
  std::size_t end = kMaxBytes;
  while (end > 0 && (static_cast<unsigned char>(body[end]) & 0xC0U) == 0x80) --end;
  return body.substr(0, end);
}

std::vector<text::Token> body_tokens(std::string_view body, text::Analyzer& analyzer,
                                     bool capitals) {
  const bool may_matter = capitals && text::is_mixed_case(body);
  const auto analyzed = analyzer.analyze(body, {.capitals = may_matter});
  std::vector<text::Token> tokens(analyzed.begin(), analyzed.end());
  if (!may_matter) return tokens;
  text::ShoutedLines shouted(body);
  for (text::Token& token : tokens) {
    if (!token.capitals.empty() && shouted.contains(token)) token.capitals = {};
  }
  return tokens;
}

}  // namespace dateline
