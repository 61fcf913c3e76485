// The matches of a query in the order that was asked for.

#pragma once

#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "query/snapshot.h"
#include "query/word_tree.h"

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

/// What is looked for: the same said twice.
struct AskedMatches {
  Xapian::Query query;
  const WordQuery* words = nullptr;  ///< Null where words alone do not say it.
};

/// The matches from `first` on, at most `count`, in the order of `options.sort` and
/// `options.recency`. Looks at all of them; unless `all` is null their numbers are put
/// there, each once, of one database in rising order. Whether `words` are looked for
/// flat in memory (word_ranking.h) or in the index changes nothing but the time.
RankedMatches rank_matches(const Snapshot& snapshot, const AskedMatches& asked,
                           const SearchOptions& options, std::size_t first,
                           std::size_t count, std::vector<Xapian::docid>* all);

}  // namespace dateline
