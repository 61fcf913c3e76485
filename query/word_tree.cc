#include "query/word_tree.h"

#include <utility>

namespace dateline {

double PlaceBonus::most() const {
  double sum = 0;
  for (const Bm25& weight : weights) sum += weight.most();
  return sum;
}

std::optional<WordTree> filter_words(const Xapian::Query& filter) try {
  return WordTree{.kind = WordTree::Kind::kFilter,
                  .filter = filter,
                  .filter_name = filter.serialise()};
} catch (const Xapian::UnimplementedError&) {
  return std::nullopt;  // Of a source of postings.
}

std::optional<WordTree> all_words(std::vector<std::optional<WordTree>> parts,
                                  std::vector<std::optional<WordTree>> excluded) {
  WordTree all{.kind = WordTree::Kind::kAll};
  bool ranks = false;
  for (auto& part : parts) {
    if (!part) return std::nullopt;
    ranks = ranks || part->kind != WordTree::Kind::kFilter;
    all.children.push_back(*std::move(part));
  }
  for (auto& part : excluded) {
    if (!part) return std::nullopt;
    all.excluded.push_back(*std::move(part));
  }
  if (!ranks) return std::nullopt;
  if (all.children.size() > 1 || !all.excluded.empty()) return all;
  WordTree only = std::move(all.children.front());
  return only;
}

std::optional<WordTree> any_words(std::vector<std::optional<WordTree>> parts) {
  WordTree any{.kind = WordTree::Kind::kAny};
  for (std::optional<WordTree>& part : parts) {
    if (!part || part->kind == WordTree::Kind::kAll) return std::nullopt;
    any.children.push_back(*std::move(part));
  }
  if (any.children.empty()) return std::nullopt;
  if (any.children.size() > 1) return any;
  WordTree only = std::move(any.children.front());
  return only;
}

}  // namespace dateline
