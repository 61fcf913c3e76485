#include "search_arguments.h"

#include <unistd.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "text_output.h"

namespace dateline::cli {
namespace {

// "published:month:12" is a kind and a number, "published:month" a kind alone.
FacetRequest parse_facet(std::string_view text, std::size_t top) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return {std::string(text), top};
  const std::string_view last = text.substr(colon + 1);
  const bool is_number = last.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return {std::string(text), top};
  const auto number = parse_number(last);
  if (!number) {
    throw UsageError("'" + std::string(text) + "' needs a number behind its ':'.");
  }
  return {std::string(text.substr(0, colon)), *number};
}

// The most frequent of the values, in the order that they have: dates by time.
void keep_most(std::vector<FacetValue>& values, std::size_t most) {
  if (most == 0 || values.size() <= most) return;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return values[a].count > values[b].count;
  });
  order.resize(most);
  std::sort(order.begin(), order.end());
  std::vector<FacetValue> kept;
  for (const std::size_t place : order) kept.push_back(std::move(values[place]));
  values = std::move(kept);
}

}  // namespace

std::vector<FacetRequest> parse_facets(std::string_view text, std::size_t top) {
  std::vector<FacetRequest> requests;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const FacetRequest request = parse_facet(text.substr(begin, comma - begin), top);
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

FacetUnit facet_unit(const Arguments& arguments) {
  return arguments.choice("count") == "stories" ? FacetUnit::kStories
                                                : FacetUnit::kArticles;
}

Results run_search(const Searcher& searcher, const Query& query,
                   const SearchRequest& request) {
  SearchOptions options = request.options;
  options.facet_limit = request.facets.empty() ? options.facet_limit : 1;
  for (const FacetRequest& facet : request.facets) {
    options.facets.push_back(facet.kind);
    const bool all = facet.top == 0 || options.facet_limit == 0;
    options.facet_limit = all ? 0 : std::max(options.facet_limit, facet.top);
  }
  Results results = searcher.search(query, options);
  const std::size_t count = std::min(results.facets.size(), request.facets.size());
  for (std::size_t i = 0; i < count; ++i) {
    keep_most(results.facets[i].values, request.facets[i].top);
  }
  return results;
}

void report_problems(const ParsedQuery& parsed,
                     const std::vector<QueryProblem>& notes) {
  const Terminal terminal = Terminal::of(STDERR_FILENO);
  const std::string& query = parsed.query.text();
  write_to_stderr(problems_text(query, parsed.problems, "query", true, terminal) +
                  problems_text(query, notes, "note", false, terminal));
}

}  // namespace dateline::cli
