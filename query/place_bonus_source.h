// What one PlaceBonus adds, asked of the index.

#pragma once

#include <xapian.h>

#include <vector>

#include "query/bm25.h"
#include "query/deadline.h"
#include "query/term_reader.h"
#include "query/word_tree.h"

namespace dateline {

/// In the documents of one database. Belongs to one thread; documents are asked for in
/// rising order.
class PlaceBonusReader {
 public:
  /// `bonus` must live as long.
  PlaceBonusReader(const PlaceBonus& bonus, const Xapian::Database& database);
  PlaceBonusReader(PlaceBonusReader&&) = default;

  /// The first document from `docid` on that may have it; TermReader::kEnd: none.
  Xapian::docid seek(Xapian::docid docid) { return skip_to_all(terms_, docid); }

  /// What it adds to the score of `docid`; 0: nothing.
  ScoreSteps added(Xapian::docid docid);

 private:
  const PlaceBonus& bonus_;
  Xapian::Database database_;
  std::vector<TermReader> terms_;
  std::vector<Places> places_;
};

/// The documents that have it, by what it adds: to stand alone on the right of
/// OP_AND_MAYBE. The time is that of a CheckedSource.
Xapian::Query place_bonus_query(PlaceBonus bonus, const RunLimit& limit);

}  // namespace dateline
