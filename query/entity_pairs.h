// Who is named with whom: pairs of entities by the articles that have both.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>

#include "query/snapshot.h"

namespace dateline {

/// Searcher::pairs() on one snapshot. Throws Error kInvalidArgument for filters that
/// make no sense.
NamePairs find_pairs(Snapshot& snapshot, const Query& query,
                     const PairOptions& options);

}  // namespace dateline
