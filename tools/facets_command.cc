// dateline facets: who, which, where and when over all articles found.

#include <dateline/searcher.h>

#include <array>
#include <string>

#include "command.h"
#include "csv_output.h"
#include "environment.h"
#include "facets_output.h"
#include "json_output.h"
#include "search_arguments.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostValues = 1'000'000;
constexpr std::size_t kMostArticles = 1'000'000'000;

constexpr std::array kOptions = {
    kIndexOption,
    Option{
        "by", "KIND[:N],...",
        "The kinds to count: person, org, place, thing, source, author, topic, lang, "
        "published, mentioned; the last two also with :day, :week, :month, :quarter, "
        ":year, :decade or :auto (person,org,place,thing,published)"},
    Option{
        "top", "N",
        "Show N values of each kind, the most frequent (10, of dates 31; 0 for all)"},
    kRankOption,
    Option{"min", "N", "Show only values that N articles have at least (1)"},
    kAnyOption,
    kCountOption,
    kWhereOption,
    kTodayOption,
    Option{"format", "text|json|csv", "How the result is written"},
};

int run(const Arguments& arguments, Output& out) {
  SearchRequest request;
  request.options.limit = 0;
  request.options.any = arguments.has("any");
  request.options.facet_unit = facet_unit(arguments);
  request.options.facet_rank = facet_rank(arguments);
  request.options.facet_minimum = arguments.number("min", 1, 1, kMostArticles);
  request.options.where = where_filters(arguments);
  FacetLengths lengths;
  if (arguments.has("top")) {
    lengths.values = lengths.dates = arguments.number("top", 0, 0, kMostValues);
  }
  auto lists = arguments.values("by");
  if (lists.empty()) lists = {"person,org,place,thing,published"};
  for (const std::string& kinds : lists) {
    const auto facets = parse_facets(kinds, lengths);
    request.facets.insert(request.facets.end(), facets.begin(), facets.end());
  }

  const ParsedQuery parsed = parse_query(arguments.text(), {.today = today(arguments)});
  const Searcher searcher(index_path(arguments));
  const Results results = run_search(searcher, parsed.query, request);

  const std::string format = arguments.choice("format");
  if (format != "json") report_problems(parsed, results);
  if (format == "json") {
    out.write(results_json(results, parsed, false, true));
  } else if (format == "csv") {
    out.write(facets_csv(results.facets, request.options.facet_rank));
  } else {
    out.write(hits_text(results, 0, out.terminal()));
    out.write(facets_text(results.facets, out.terminal()));
  }
  return results.matches.count > 0 ? kFound : kNothing;
}

}  // namespace

constinit const Command kFacetsCommand = {
    .name = "facets",
    .synopsis = "[QUERY...]",
    .operand = Operand::kQuery,
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .summary = "Count who, where and when over all articles found",
    .description =
        "Counts names, metadata and days over every article that matches, or over all "
        "articles where no query is given. Counts are exact. A name stands for all its "
        "spellings; these are listed under it where there are several.\n\n"
        "--rank typical shows the values that the articles found have more often than "
        "those of the whole index do, the most unlikely by chance first (Dunning's "
        "log-likelihood ratio, at least 10.8), with the articles found that have them "
        "out of all that do. It is there for names and metadata; of all articles "
        "nothing is typical.\n\n"
        "A date counts in the day, week, month, quarter, year or decade that holds the "
        "whole of it; 'dateline help timeline' tells more. :auto, or none of these, "
        "takes days, months, years or decades, as fits. Dates are shown in the order "
        "of time with the empty periods between them; where there are more than N "
        "with articles, the N of most articles, and gaps only where nothing was left "
        "out.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
