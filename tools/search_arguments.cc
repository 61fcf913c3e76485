#include "search_arguments.h"

#include <algorithm>
#include <chrono>

#include "environment.h"
#include "query_arguments.h"

namespace dateline::cli {
namespace {

bool is_dates(std::string_view kind) {
  return kind.starts_with("published") || kind.starts_with("mentioned");
}

// "published:month:12" has its number, "published:month" gets one.
std::string with_number(std::string_view kind, const FacetLengths& lengths) {
  const std::size_t colon = kind.rfind(':');
  if (colon != std::string_view::npos) {
    const std::string_view last = kind.substr(colon + 1);
    if (parse_number(last)) return std::string(kind);
    if (last.find_first_not_of("0123456789") == std::string_view::npos) {
      throw UsageError("'" + std::string(kind) + "' needs a number behind its ':'.");
    }
  }
  const std::size_t length = is_dates(kind) ? lengths.dates : lengths.values;
  return std::string(kind) + ":" + std::to_string(length);
}

SortOrder sort_order(const Arguments& arguments) {
  const std::string sort = arguments.value("sort").value_or("");
  if (sort == "newest") return SortOrder::kNewest;
  return sort == "oldest" ? SortOrder::kOldest : SortOrder::kRelevance;
}

// Reads --recency, counting ages to --today.
std::optional<Recency> recency(const Arguments& arguments) {
  constexpr std::size_t kMostDays = 1'000'000;
  if (!arguments.has("recency")) return std::nullopt;
  const std::size_t days = arguments.number("recency", 1, 1, kMostDays);
  return Recency{.today = today(arguments), .half_life = static_cast<double>(days)};
}

}  // namespace

std::vector<std::string> facet_list(const Arguments& arguments, std::string_view name,
                                    const FacetLengths& lengths) {
  std::vector<std::string> facets;
  for (const std::string& typed : arguments.values(name)) {
    const std::string_view text = typed;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t comma = std::min(text.find(',', begin), text.size());
      const std::string_view kind = text.substr(begin, comma - begin);
      if (kind.empty() || kind.front() == ':') {
        throw UsageError("A facet is missing in '" + typed +
                         "'; name kinds as in person,published:month.");
      }
      facets.push_back(with_number(kind, lengths));
      begin = comma + 1;
    }
  }
  return facets;
}

FacetUnit facet_unit(const Arguments& arguments) {
  return arguments.value("count") == "stories" ? FacetUnit::kStories
                                               : FacetUnit::kArticles;
}

FacetRank facet_rank(const Arguments& arguments) {
  return arguments.value("rank") == "typical" ? FacetRank::kTypical
                                              : FacetRank::kFrequent;
}

std::chrono::milliseconds time_limit(const Arguments& arguments) {
  constexpr std::size_t kMostMilliseconds = 86'400'000;
  if (!arguments.has("time-limit")) return {};
  return std::chrono::milliseconds(
      arguments.number("time-limit", 0, 1, kMostMilliseconds));
}

SearchOptions search_options(const Arguments& arguments) {
  constexpr std::size_t kMostHits = 100'000;
  constexpr std::size_t kMostArticles = 1'000'000'000;
  SearchOptions options = within_articles(arguments, SearchOptions{});
  options.limit = arguments.number("limit", options.limit, 0, kMostHits);
  options.offset = arguments.number("offset", 0, 0, kMostArticles);
  options.sort = sort_order(arguments);
  options.recency = recency(arguments);
  options.fold = arguments.has("fold");
  options.facet_rank = facet_rank(arguments);
  options.facet_unit = facet_unit(arguments);
  options.facet_minimum = arguments.number("min", 1, 1, kMostArticles);
  options.facets = facet_list(arguments, "facet");
  options.time_limit = time_limit(arguments);
  if (arguments.has("brief")) {
    options.parts = {.snippet = false, .names = false, .mentioned = false};
  }
  return options;
}

}  // namespace dateline::cli
