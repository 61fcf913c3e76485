// One search from a compiled query to results, on one snapshot.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "query/facets.h"
#include "query/query_compiler.h"
#include "query/snapshot.h"

namespace dateline {

/// Throws Error kInvalidArgument for unknown facets, whatever the index holds.
void check_options(const SearchOptions& options);

/// Runs searches. Lives no longer than the operation on `snapshot` that it is part of.
class SearchRequest {
 public:
  SearchRequest(Snapshot& snapshot, const SearchOptions& options);

  Results run(const Query& query);

 private:
  // The filters of one field: any of them.
  struct FilterGroup {
    FacetKind kind;
    std::vector<Xapian::Query> values;
  };

  void add_filters();
  Xapian::Query filtered(const Xapian::Query& query, const FacetKind* except) const;
  Xapian::MSet match(const Xapian::Query& query, Xapian::MatchSpy* spy) const;
  void add_hits(const Xapian::MSet& matches, const CompiledQuery& compiled);
  Hit make_hit(const Xapian::MSetIterator& match, const class SnippetMaker& snippets);
  void add_facets(const Xapian::Query& query,
                  std::optional<std::vector<Xapian::docid>> found);
  void explain_nothing_found(const CompiledQuery& compiled);

  Snapshot& snapshot_;
  const SearchOptions& options_;
  std::vector<FilterGroup> filters_;
  Results results_;
};

}  // namespace dateline
