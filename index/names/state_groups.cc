#include "index/names/state_groups.h"

namespace dateline::names {

KnownSpan state_group_at(std::string_view text, std::span<const Token> tokens,
                         std::size_t i, const Lexicon& lexicon) {
  const Token& token = tokens[i];
  if (!token.is_capital()) return {};
  const auto word = text.substr(token.begin, token.end - token.begin);
  const bool may_start =
      word[0] == 'G' && (token.shape == Shape::kInitial ||
                         token.shape == Shape::kAllCaps || word == "Group");
  if (!may_start) return {};
  const KnownSpan known = lexicon.longest(tokens.subspan(i), text);
  if (known.name == nullptr) return {};
  const std::string_view name = lexicon.text(*known.name);
  const bool numbered =
      name.size() >= 2 && name[0] == 'G' && name[1] >= '0' && name[1] <= '9';
  return numbered ? known : KnownSpan{};
}

}  // namespace dateline::names
