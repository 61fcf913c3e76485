// One timeline from a query to results, on one snapshot.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "query/date_buckets.h"
#include "query/facet_columns.h"
#include "query/snapshot.h"
#include "query/text_matches.h"

namespace dateline {

/// Makes timelines. Lives no longer than the operation on `snapshot` that it is part
/// of.
class TimelineRequest {
 public:
  TimelineRequest(Snapshot& snapshot, const TimelineOptions& options);

  Timeline run(const Query& query);

 private:
  // A period of the result whose sentences are sought.
  struct Told {
    TimelinePeriod* period = nullptr;
    std::uint32_t bucket = 0;
    std::vector<std::size_t> ranks;  // Articles to look at, the best first.
  };

  void find(const class AskedArticles& asked);
  void read_matches(const Xapian::Query& query);
  void read_column();
  void count_dated();
  void add_rows(const DateBuckets& buckets, std::span<const std::uint32_t> counts);
  void add_coarser(const DateBuckets& buckets, std::span<const std::uint32_t> counts);
  std::vector<Told> choose_told(const DateBuckets& buckets);
  void choose_articles(const DateBuckets& buckets, std::vector<Told>& told) const;
  void add_sentences(std::vector<Told>& told, const TextMatcher& matcher);

  Snapshot& snapshot_;
  const TimelineOptions& options_;
  std::vector<Xapian::docid> docids_;  // The articles found, the best first.
  std::shared_ptr<const FacetColumn> column_;
  std::vector<std::uint32_t> rows_;  // Of each of docids_ in the column.
  std::vector<bool> is_asked_;       // Of each period of the column: within the days.
  Timeline result_;
};

}  // namespace dateline
