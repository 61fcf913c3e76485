// The articles that one call asks for, and what the caller is told of how the query was
// understood: the same for searches, timelines, pairs and exports.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <chrono>
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
  /// `options`: SearchOptions and the like, of which `any`, `where` and `expansions`
  /// are taken; it must outlive this. Throws as check_filters(), and Error
  /// kInvalidArgument for expansions beyond the bounds.
  template <class Options>
  AskedArticles(const Query& query, Snapshot& snapshot, const Options& options)
      : AskedArticles(query, snapshot,
                      {.any = options.any, .expansions = options.expansions},
                      options.where) {}

  const CompiledQuery& compiled() const { return compiled_; }
  const FacetFilters& filters() const { return filters_; }

  /// What matches within the filters, and how it is ranked.
  Xapian::Query query() const { return filters_.apply(compiled_.query); }

  /// The same where words alone say it; null elsewhere.
  const WordQuery* words() const { return words_ ? &*words_ : nullptr; }

  /// Tells in `result`, whose `matches` are counted, how the query was understood, why
  /// nothing was found where nothing was, and which query was perhaps meant.
  template <class Result>
  void tell(Result& result) const {
    result.reading = reading();
    result.notes = notes(result.matches.count);
    result.suggestion = suggestion();
  }

  /// The same of an operation that may take `limit`, and was ended where
  /// `result.timed_out` or a run was cut: that is set then and noted, and nothing is
  /// told that counts other articles.
  template <class Result>
  void tell_in_time(Result& result, std::chrono::milliseconds limit) const {
    result.timed_out = result.timed_out || snapshot_.was_cut();
    if (!result.timed_out) {
      try {
        tell(result);
      } catch (const TimeIsUp&) {
        result.timed_out = true;
      }
      result.timed_out = result.timed_out || snapshot_.was_cut();
      if (!result.timed_out) return;
      result.suggestion.reset();
    }
    result.reading = reading();
    result.notes = compiled_.notes;
    result.notes.push_back(time_note(limit, result.matches.exact));
  }

  /// In words, the filters behind it.
  std::string reading() const;

  /// Those of compiling, of operators typed in small letters, of a query that asks for
  /// nothing any more, and where nothing was found, of how many articles each condition
  /// finds alone, names nobody has, and days on which none appeared.
  std::vector<QueryProblem> notes(std::size_t found) const;

  std::optional<Suggestion> suggestion() const;

 private:
  AskedArticles(const Query& query, Snapshot& snapshot, const CompileOptions& options,
                std::span<const FacetFilter> where);

  static QueryProblem time_note(std::chrono::milliseconds limit, bool saw_all);
  void add_emptiness_note(std::vector<QueryProblem>& notes) const;
  bool add_days_note(const QueryNode& node, std::vector<QueryProblem>& notes) const;
  void add_operator_notes(std::size_t found, std::vector<QueryProblem>& notes) const;
  void add_clause_notes(std::vector<QueryProblem>& notes) const;
  void add_filter_notes(std::vector<QueryProblem>& notes) const;

  const Query& asked_;
  Snapshot& snapshot_;
  CompileOptions options_;
  std::span<const FacetFilter> where_;
  FacetFilters filters_;
  CompiledQuery compiled_;
  std::optional<WordQuery> words_;
};

}  // namespace dateline
