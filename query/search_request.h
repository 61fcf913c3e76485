// One search from a compiled query to results, on one snapshot.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "query/copy_table.h"
#include "query/facet_filters.h"
#include "query/facets.h"
#include "query/query_compiler.h"
#include "query/ranked_matches.h"
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
  void find_hits(const CompiledQuery& compiled);
  void find_folded_hits(const CompiledQuery& compiled);
  void add_hit(const RankedMatch& match, std::size_t rank,
               const class SnippetMaker& snippets);
  std::vector<Xapian::docid> counted(std::vector<Xapian::docid> found) const;
  void add_facets(const Xapian::Query& query);
  void explain_nothing_found(const CompiledQuery& compiled);

  Snapshot& snapshot_;
  const SearchOptions& options_;
  FacetFilters filters_;
  std::optional<std::vector<Xapian::docid>> found_;  // All matches, once known.
  std::optional<Fold> fold_;                         // Of these, where one is asked.
  Results results_;
};

}  // namespace dateline
