// What search and facets share: options that say how to search and what to count.

#pragma once

#include <dateline/searcher.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"

namespace dateline::cli {

/// What comes first.
inline constexpr std::array kRankingOptions = {
    Option{"limit", "N", "Show at most N articles (10)"},
    Option{"offset", "N", "Leave out the first N articles"},
    Option{"sort", "relevance|newest|oldest", "Which articles come first"},
    Option{"recency", "DAYS",
           "Prefer newer articles: half of each score shrinks with the article's age, "
           "to a half of that half in DAYS days, to a quarter in twice as many"},
    Option{"fold", "",
           "Show an article and its copies as one: the earliest of those found, the "
           "others named under it"},
    Option{"facet", "KIND[:N],...",
           "Count the values of these kinds over all articles found, and show the top "
           "N of each (10, of dates 31; 0 for all), as in person,published:month:12"},
};

/// How values are counted, here and in pairs.
inline constexpr std::array kCountingOptions = {
    Option{"rank", "frequent|typical",
           "Which values come first: what most articles have, or what is typical of "
           "the articles found"},
    Option{"count", "articles|stories",
           "What is counted: every article, or an article and its copies once"},
};

inline constexpr std::array kTimeLimitOption = {
    Option{"time-limit", "MS",
           "End the search after so many milliseconds, and show what was found until "
           "then"},
};

inline constexpr std::array kLeastOption = {
    Option{"min", "N", "Show only facet values that N articles have at least (1)"},
};

inline constexpr std::array kBriefOption = {
    Option{"brief", "",
           "Leave out the passage, the names and the dates of each article, which is "
           "faster"},
};

/// How many values facets have that do not say it; 0: all.
struct FacetLengths {
  std::size_t values = 10;
  std::size_t dates = 31;
};

/// Reads every value of the option `name`, "person,org:5,published:month:12": kinds,
/// each with a number or not. Gives them back for SearchOptions::facets, each with its
/// number. Throws UsageError.
std::vector<std::string> facet_list(const Arguments& arguments, std::string_view name,
                                    const FacetLengths& lengths = {});

/// Reads the kCountingOptions.
FacetUnit facet_unit(const Arguments& arguments);
FacetRank facet_rank(const Arguments& arguments);

/// Reads kTimeLimitOption; 0 where it was not given. Throws UsageError.
std::chrono::milliseconds time_limit(const Arguments& arguments);

/// Reads kQueryOptions, kRankingOptions, kCountingOptions, kLeastOption,
/// kTimeLimitOption and kBriefOption, those that the command has. Throws UsageError.
SearchOptions search_options(const Arguments& arguments);

}  // namespace dateline::cli
