#include "query/word_tree.h"

#include <utility>

namespace dateline {

Xapian::Query PlaceBonus::query() const {
  using Xapian::Query;
  const Query places(
      window > 0 ? Query::OP_NEAR : Query::OP_PHRASE, terms.begin(), terms.end(),
      window > 0 ? window : static_cast<Xapian::termcount>(terms.size()));
  return {Query::OP_SCALE_WEIGHT, places, factor};
}

std::optional<WordTree> any_words(const std::vector<std::optional<WordTree>>& parts) {
  WordTree any{.kind = WordTree::Kind::kAny};
  for (const std::optional<WordTree>& part : parts) {
    if (!part || part->kind == WordTree::Kind::kAll) return std::nullopt;
    any.children.push_back(*part);
  }
  if (any.children.empty()) return std::nullopt;
  if (any.children.size() > 1) return any;
  WordTree only = std::move(any.children.front());
  return only;
}

}  // namespace dateline
