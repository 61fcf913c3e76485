// The documents of a word with their scores, flat in memory: what is read from the
// index once, and then ranked without asking it again.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/bm25.h"
#include "query/deadline.h"
#include "query/word_tree.h"

namespace dateline {

/// How many words each document has, by its number; 0 where there is none. Immutable.
using DocumentLengths = std::vector<Xapian::termcount>;

/// Throws TimeIsUp.
DocumentLengths read_lengths(const Xapian::Database& database,
                             const Deadline& deadline);

/// Immutable once built: safe to share between threads.
struct ScoredPostings {
  /// Postings of which block_most has the highest score.
  static constexpr std::size_t kBlock = 64;

  std::vector<Xapian::docid> docids;  ///< In rising order.
  std::vector<std::uint32_t> scores;  ///< Of each, in steps of kScoreStep.
  std::vector<std::uint32_t> block_most;
  std::uint32_t most = 0;

  /// Whether each document that has the term of a bonus is among them.
  bool has_all_bonuses = true;

  std::size_t bytes() const;
};

/// Throws Xapian::DatabaseCorruptError unless `docids` rise and none is above `last`:
/// what is matched in memory relies on it.
void require_rising(std::span<const Xapian::docid> docids, Xapian::docid last);

/// The postings of `word`, in `database`, whose lengths are `lengths`; it is a single
/// one where several terms count as one. Throws TimeIsUp.
ScoredPostings read_postings(const Xapian::Database& database, const RankedWord& word,
                             const DocumentLengths& lengths, const Deadline& deadline);

}  // namespace dateline
