#include "tools/scores/duplicate_scores.h"

#include <algorithm>

namespace dateline::scores {

double DuplicateScores::precision() const {
  if (pairs == 0) return 1;
  return static_cast<double>(right_pairs) / static_cast<double>(pairs);
}

DuplicateScores score_duplicates(std::size_t originals,
                                 std::span<const EditedCopy> copies,
                                 std::vector<TextPair> pairs,
                                 std::vector<TextPair>& wrong) {
  for (auto& [a, b] : pairs) {
    if (b < a) std::swap(a, b);
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

  const auto original_of = [&](std::size_t text) {
    return text < originals ? text : copies[text - originals].original;
  };
  DuplicateScores scores;
  scores.pairs = pairs.size();
  for (const TextPair& pair : pairs) {
    if (original_of(pair.first) == original_of(pair.second)) {
      ++scores.right_pairs;
    } else {
      wrong.push_back(pair);
    }
  }
  scores.by_edit.resize(edits().size());
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const EditedCopy& copy = copies[i];
    const bool hit =
        std::ranges::binary_search(pairs, TextPair(copy.original, originals + i));
    const Tally one{.right = hit, .found = hit, .gold = 1};
    scores.by_edit[copy.edit] += one;
    scores.all += one;
    if (edits()[copy.edit].is_light()) scores.light += one;
  }
  return scores;
}

}  // namespace dateline::scores
