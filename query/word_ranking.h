// Ranking by words kept flat in memory, where an index has been asked before.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "query/ranked_matches.h"
#include "query/snapshot.h"
#include "query/word_tree.h"

namespace dateline {

/// The matches of `words` from `first` on, at most `count`, by score, those of one
/// score by number: the very ones and scores that Xapian gives for the same query.
/// Unless `all` is null the numbers of all matches are put there. nullopt where that is
/// not worth the while yet (PostingCache), or cannot be told from words alone: then
/// nothing was done.
///
/// Documents are looked at in windows, their scores added up in a flat array. What the
/// places of words add is looked for, in the index, only in those documents that it may
/// bring among the best.
std::optional<RankedMatches> rank_by_words(const Snapshot& snapshot,
                                           const WordQuery& words, std::size_t first,
                                           std::size_t count,
                                           std::vector<Xapian::docid>* all);

/// The numbers of all matches in rising order, and how many there are; nullopt as
/// above.
std::optional<std::vector<Xapian::docid>> find_by_words(const Snapshot& snapshot,
                                                        const WordTree& tree);
std::optional<std::size_t> count_by_words(const Snapshot& snapshot,
                                          const WordTree& tree);

}  // namespace dateline
