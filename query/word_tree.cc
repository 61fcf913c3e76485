#include "query/word_tree.h"

namespace dateline {

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
