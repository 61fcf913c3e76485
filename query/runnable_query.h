// Queries as Xapian can run them.

#pragma once

#include <xapian.h>

#include "query/snapshot.h"

namespace dateline {

/// Which scores a query is run for.
enum class Scores {
  kNone,     ///< Only what matches.
  kWeighted  ///< Those of weighting().
};

/// A query that matches the same documents, with the same scores, and that Xapian can
/// run. Where a term is in every document of a database and its weight does not count,
/// Xapian (1.4.22, LocalSubMatch::open_post_list) reads the list of all documents under
/// the term's name. That list is kept in pieces; where the numbers of documents have
/// gaps the second piece is not found under that name, and the database is called
/// damaged. So such a term is read by itself. Where `snapshot` has a deadline, the run
/// ends when three quarters of its time are over, Snapshot::was_cut() then being true,
/// and gives what it has found until then, which is right as far as it goes: Xapian's
/// own time limit says nothing, and starts a thread for each search.
Xapian::Query runnable(const Snapshot& snapshot, const Xapian::Query& query,
                       Scores scores);

}  // namespace dateline
