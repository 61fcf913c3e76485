// Copies that were found, against copies that were made.

#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "tools/scores/edited_copies.h"
#include "tools/scores/tally.h"

namespace dateline::scores {

/// Two texts that are said to be copies. Texts are numbered: the originals first, then
/// the copies.
using TextPair = std::pair<std::size_t, std::size_t>;

struct DuplicateScores {
  std::vector<Tally> by_edit{};  ///< Copies found with their originals; `found` is what
                                 ///< was right. In the order of edits().
  Tally light{};                 ///< The same of all light edits.
  Tally all{};                   ///< And of all edits.
  std::size_t pairs = 0;         ///< Said to be copies,
  std::size_t right_pairs = 0;   ///< and of one original.

  /// 1 where nothing was said.
  double precision() const;
};

/// `wrong` gets the pairs that are not of one original. Pairs may stand in either
/// order, and count once.
DuplicateScores score_duplicates(std::size_t originals,
                                 std::span<const EditedCopy> copies,
                                 std::vector<TextPair> pairs,
                                 std::vector<TextPair>& wrong);

}  // namespace dateline::scores
