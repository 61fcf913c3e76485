// The articles that one call asks for, and what the caller is told of how the query was
// understood: the same for searches, timelines, pairs and exports.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/facet_filters.h"
#include "query/query_compiler.h"
#include "query/snapshot.h"

namespace dateline {

/// A query, compiled, within chosen facet values. Lives no longer than the operation on
/// `snapshot` that it is part of.
class AskedArticles {
 public:
  /// `any`: as SearchOptions::any. Throws as check_filters().
  AskedArticles(const Query& query, Snapshot& snapshot, bool any,
                std::span<const FacetFilter> where);

  const CompiledQuery& compiled() const { return compiled_; }
  const FacetFilters& filters() const { return filters_; }

  /// What matches within the filters, and how it is ranked.
  Xapian::Query query() const { return filters_.apply(compiled_.query); }

  /// Tells in `result`, whose `matches` are counted, how the query was understood, why
  /// nothing was found where nothing was, and which query was perhaps meant.
  template <class Result>
  void tell(Result& result) const {
    result.reading = reading();
    result.notes = notes(result.matches.count);
    result.suggestion = suggestion();
  }

  /// In words, the filters behind it.
  std::string reading() const;

  /// Those of compiling, of operators typed in small letters, and where nothing was
  /// found, of how many articles each condition finds alone, and names nobody has.
  std::vector<QueryProblem> notes(std::size_t found) const;

  std::optional<Suggestion> suggestion() const;

 private:
  void add_operator_notes(std::size_t found, std::vector<QueryProblem>& notes) const;
  void add_clause_notes(std::vector<QueryProblem>& notes) const;
  void add_filter_notes(std::vector<QueryProblem>& notes) const;

  const Query& asked_;
  Snapshot& snapshot_;
  bool any_;
  std::span<const FacetFilter> where_;
  FacetFilters filters_;
  CompiledQuery compiled_;
};

}  // namespace dateline
