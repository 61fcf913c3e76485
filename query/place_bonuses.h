// What the places of words add to the scores of chosen documents.

#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "query/best_documents.h"
#include "query/bm25.h"
#include "query/placed_postings.h"
#include "query/snapshot.h"
#include "query/word_tree.h"

namespace dateline {

/// What it adds at most.
ScoreSteps most_of(const PlaceBonus& bonus);

/// Bonuses whose places are kept in memory.
class KeptBonuses {
 public:
  /// For up to `matches` documents. nullopt where the places of some are not kept
  /// (yet).
  static std::optional<KeptBonuses> of(const Snapshot& snapshot,
                                       std::span<const PlaceBonus> bonuses,
                                       std::size_t matches);

  /// What bonuses bring whose words stand together in fewer than `documents` documents,
  /// by document in rising order; the others are left.
  std::vector<ScoredDocument> take_rare(std::size_t documents);

  /// What those left add to the score of `docid`. Documents are asked for in rising
  /// order.
  ScoreSteps added(Xapian::docid docid);

  /// At most.
  ScoreSteps most() const;

 private:
  struct Word {
    PlaceCursor cursor;
    Bm25 bm25;
  };
  struct Bonus {
    std::uint32_t window;
    ScoreSteps most;
    std::vector<Word> words;

    /// In which words stand together, at most.
    const std::vector<Xapian::docid>& documents() const;
  };

  ScoreSteps added(Bonus& bonus, Xapian::docid docid);

  std::vector<Bonus> bonuses_;
  std::vector<Places> places_;
};

/// The same asked of the index: by document, of `docids`, which are in rising order.
/// Where the time is over first, some of them are left out.
std::unordered_map<Xapian::docid, ScoreSteps> bonuses_in_index(
    const Snapshot& snapshot, std::span<const PlaceBonus> bonuses,
    const std::vector<Xapian::docid>& docids);

}  // namespace dateline
