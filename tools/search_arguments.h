// What `search` and `facets` share: options that say what to look for, and the run of
// one query.

#pragma once

#include <dateline/query.h>
#include <dateline/searcher.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "output.h"

namespace dateline::cli {

inline constexpr Option kWhereOption{
    "where", "KIND=VALUE",
    "Only articles with this facet value, as in person='Sergey Lavrov'; given again "
    "for the same kind, either will do"};

inline constexpr Option kAnyOption{"any", "",
                                   "Find articles with any of the words, those with "
                                   "most of them and the rarest first; "
                                   "metadata, dates, AND and NOT hold all the same"};

inline constexpr Option kRecencyOption{
    "recency", "DAYS",
    "Prefer newer articles: half of each score shrinks with the article's age, to a "
    "half "
    "of that half in DAYS days, to a quarter in twice as many"};

inline constexpr Option kCountOption{
    "count", "articles|stories",
    "What facets count: every article, or an article and its copies once"};

inline constexpr Option kRankOption{
    "rank", "frequent|typical",
    "What comes first: what most articles have, or what is typical of the articles "
    "found"};

/// A facet to count, and how many of its values to show; 0: all.
struct FacetRequest {
  std::string kind;
  std::size_t top = 0;

  friend bool operator==(const FacetRequest&, const FacetRequest&) = default;
};

/// How many values facets have that do not say it; 0: all.
struct FacetLengths {
  std::size_t values = 10;
  std::size_t dates = 31;
};

/// Reads "person,org:5,published:month:12": kinds, each with a number or not. Throws
/// UsageError.
std::vector<FacetRequest> parse_facets(std::string_view text,
                                       const FacetLengths& lengths = {});

/// Reads every --where. Throws UsageError.
std::vector<FacetFilter> where_filters(const Arguments& arguments);

/// Reads --recency, counting ages to --today; nullopt where it was not given. Throws
/// UsageError.
std::optional<Recency> recency(const Arguments& arguments);

/// Reads --count.
FacetUnit facet_unit(const Arguments& arguments);

/// Reads --rank.
FacetRank facet_rank(const Arguments& arguments);

/// What the user types, for the library: all but hits and their snippets.
struct SearchRequest {
  SearchOptions options;
  std::vector<FacetRequest> facets;
};

/// Runs one query; each facet has the length that was asked for it.
Results run_search(const Searcher& searcher, const Query& query,
                   const SearchRequest& request);

/// Problems of parsing and notes of searching, on standard error.
void report_problems(const ParsedQuery& parsed, const std::vector<QueryProblem>& notes);

/// The same of a search, and last the query that was perhaps meant.
void report_problems(const ParsedQuery& parsed, const Results& results);

}  // namespace dateline::cli
