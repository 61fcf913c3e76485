// What every command that takes a query shares: one table of options, the query and the
// index that it is asked of, and what is said of how it was understood.

#pragma once

#include <dateline/query.h>
#include <dateline/searcher.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "arguments.h"

namespace dateline::cli {

/// Every command that takes a query has these; tests hold them to it.
inline constexpr std::array kQueryOptions = {
    kIndexOption,
    Option{
        "any", "",
        "Find articles with any of the words, those with most of them and the rarest "
        "first; metadata, dates, AND and NOT hold all the same"},
    Option{"where", "KIND=VALUE",
           "Only articles with this facet value, as in person='Sergey Lavrov'; given "
           "again for the same kind, either will do"},
    Option{"expand", "N",
           "Let a word with * or ?, or one with ~, stand for N words of the index at "
           "most, those in most articles (1000)"},
    Option{"today", "DAY",
           "The day that 'today' or '30d' in a query mean, as YYYY-MM-DD"},
};

/// Reads every --where. Throws UsageError.
std::vector<FacetFilter> where_filters(const Arguments& arguments);

/// Those of `options` that say which articles are asked for. Throws UsageError.
template <class Options>
Options within_articles(const Arguments& arguments, Options options) {
  options.any = arguments.has("any");
  options.where = where_filters(arguments);
  options.expansions = arguments.number("expand", options.expansions, 1, 100'000);
  return options;
}

/// A query as it was typed, and the index that it is asked of.
class AskedQuery {
 public:
  /// Parses the operands and opens the index. Throws UsageError, Error.
  explicit AskedQuery(const Arguments& arguments);

  const Searcher& searcher() const { return searcher_; }
  const ParsedQuery& parsed() const { return parsed_; }
  const Query& query() const { return parsed_.query; }

  /// On standard error: what could not be parsed, what searching noted, and where
  /// nothing was found, the query that was perhaps meant, or what --any would find.
  template <class Found>
  void report(const Found& found) const {
    report(found.notes, found.suggestion, found.matches.count);
  }

 private:
  void report(const std::vector<QueryProblem>& notes,
              const std::optional<Suggestion>& suggestion, std::size_t found) const;

  ParsedQuery parsed_;
  SearchOptions articles_;  // Only which articles are asked for.
  Searcher searcher_;       // Last: what was mistyped is told before what is not there.
};

/// The same of one query of many.
void report_problems(const ParsedQuery& parsed, const std::vector<QueryProblem>& notes,
                     const std::optional<Suggestion>& suggestion);

/// On standard error, of a query that found nothing: how many articles --any would find
/// with the same options, unless it was given or would find nothing either.
void report_any(const Searcher& searcher, const Query& query,
                const SearchOptions& options);

}  // namespace dateline::cli
