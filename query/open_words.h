// Trees of words, ready to be matched in memory.

#pragma once

#include <memory>

#include "query/snapshot.h"
#include "query/word_tree.h"
#include "query/word_windows.h"

namespace dateline {

/// The documents of `tree`; null where some of what they are told from is not kept in
/// memory (yet), or does not tell their scores.
std::unique_ptr<WordWindows> open_words(const Snapshot& snapshot, const WordTree& tree);

/// Those of one word; null likewise, and where several terms of several databases count
/// as one.
std::shared_ptr<const ScoredPostings> kept_postings(const Snapshot& snapshot,
                                                    const RankedWord& word);

}  // namespace dateline
