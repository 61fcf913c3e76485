// One search from a compiled query to results, on one snapshot.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "query/asked_articles.h"
#include "query/copy_table.h"
#include "query/facets.h"
#include "query/query_compiler.h"
#include "query/ranked_matches.h"
#include "query/snapshot.h"
#include "query/snippets.h"
#include "query/stage_clock.h"

namespace dateline {

/// Throws Error kInvalidArgument for unknown facets, whatever the index holds.
void check_options(const SearchOptions& options);

/// Runs searches. Lives no longer than the operation on `snapshot` that it is part of.
class SearchRequest {
 public:
  /// `clock` is told of each stage, unless it is null.
  SearchRequest(Snapshot& snapshot, const SearchOptions& options,
                StageClock* clock = nullptr);

  /// Once. `query` must outlive this.
  Results run(const Query& query);

  /// What ran.
  const CompiledQuery& compiled() const { return asked_->compiled(); }
  Xapian::Query xapian_query() const { return asked_->query(); }

 private:
  void finish(std::string_view stage);
  void find();
  void count_found();
  void find_hits();
  void find_folded_hits();
  void add_hit(const RankedMatch& match, std::size_t rank,
               const SnippetMaker& snippets);
  SnippetMaker snippet_maker() const;
  std::vector<Xapian::docid> matching(const FacetKind& kind) const;
  std::vector<Xapian::docid> counted(std::vector<Xapian::docid> found) const;
  void add_facets();

  Snapshot& snapshot_;
  const SearchOptions& options_;
  StageClock* clock_;
  std::optional<AskedArticles> asked_;               // Once a query runs.
  std::optional<std::vector<Xapian::docid>> found_;  // All matches, once known.
  std::optional<Fold> fold_;                         // Of these, where one is asked.
  Results results_;
};

}  // namespace dateline
