// The matches of a query in the order that was asked for.

#pragma once

#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "query/snapshot.h"

namespace dateline {

struct RankedMatch {
  Xapian::docid docid = 0;
  double score = 0;
};

/// One page of the matches.
struct RankedMatches {
  std::vector<RankedMatch> page;
  std::size_t count = 0;  ///< Of all pages; exact.
};

/// What the score of an article that appeared on day `published` (to_days(); nullopt:
/// not known) is multiplied by, as SearchOptions::recency says: from 1/2 to 1.
double recency_factor(const Recency& recency, std::optional<double> published);

/// The matches from `first` on, at most `count`, in the order of `options.sort` and
/// `options.recency`. Looks at all of them; so does `spy`, once, unless it is null.
RankedMatches rank_matches(const Snapshot& snapshot, const Xapian::Query& query,
                           const SearchOptions& options, std::size_t first,
                           std::size_t count, Xapian::MatchSpy* spy);

}  // namespace dateline
