#include "search_arguments.h"

#include <unistd.h>

#include <algorithm>

#include "environment.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

bool is_dates(std::string_view kind) {
  return kind.starts_with("published") || kind.starts_with("mentioned");
}

// "published:month:12" is a kind and a number, "published:month" a kind alone.
FacetRequest parse_facet(std::string_view text, const FacetLengths& lengths) {
  const std::size_t colon = text.rfind(':');
  const FacetRequest plain{std::string(text),
                           is_dates(text) ? lengths.dates : lengths.values};
  if (colon == std::string_view::npos) return plain;
  const std::string_view last = text.substr(colon + 1);
  const bool is_number = last.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return plain;
  const auto number = parse_number(last);
  if (!number) {
    throw UsageError("'" + std::string(text) + "' needs a number behind its ':'.");
  }
  return {std::string(text.substr(0, colon)), *number};
}

}  // namespace

std::vector<FacetRequest> parse_facets(std::string_view text,
                                       const FacetLengths& lengths) {
  std::vector<FacetRequest> requests;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const FacetRequest request =
        parse_facet(text.substr(begin, comma - begin), lengths);
    if (request.kind.empty()) {
      throw UsageError("A facet is missing in '" + std::string(text) +
                       "'; name kinds as in person,published:month.");
    }
    requests.push_back(request);
    begin = comma + 1;
  }
  return requests;
}

std::vector<FacetFilter> where_filters(const Arguments& arguments) {
  std::vector<FacetFilter> filters;
  for (const std::string& text : arguments.values("where")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
      throw UsageError("'--where " + text +
                       "' is no KIND=VALUE, as in person='Sergey Lavrov'.");
    }
    filters.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return filters;
}

std::optional<Recency> recency(const Arguments& arguments) {
  constexpr std::size_t kMostDays = 1'000'000;
  if (!arguments.has("recency")) return std::nullopt;
  const std::size_t days = arguments.number("recency", 1, 1, kMostDays);
  return Recency{.today = today(arguments), .half_life = static_cast<double>(days)};
}

FacetUnit facet_unit(const Arguments& arguments) {
  return arguments.choice("count") == "stories" ? FacetUnit::kStories
                                                : FacetUnit::kArticles;
}

FacetRank facet_rank(const Arguments& arguments) {
  return arguments.choice("rank") == "typical" ? FacetRank::kTypical
                                               : FacetRank::kFrequent;
}

Results run_search(const Searcher& searcher, const Query& query,
                   const SearchRequest& request) {
  SearchOptions options = request.options;
  for (const FacetRequest& facet : request.facets) {
    options.facets.push_back(facet.kind + ":" + std::to_string(facet.top));
  }
  return searcher.search(query, options);
}

void report_problems(const ParsedQuery& parsed,
                     const std::vector<QueryProblem>& notes) {
  const Terminal terminal = Terminal::of(STDERR_FILENO);
  const std::string& query = parsed.query.text();
  write_to_stderr(problems_text(query, parsed.problems, "query", true, terminal) +
                  problems_text(query, notes, "note", false, terminal));
}

void report_problems(const ParsedQuery& parsed, const Results& results) {
  report_problems(parsed, results.notes);
  if (!results.suggestion) return;
  const Terminal terminal = Terminal::of(STDERR_FILENO);
  write_to_stderr(suggestion_text(*results.suggestion, terminal));
}

}  // namespace dateline::cli
