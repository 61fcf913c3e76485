// dateline facets: who, which, where and when over all articles found.

#include <dateline/searcher.h>

#include <array>
#include <optional>
#include <string>

#include "command.h"
#include "csv_output.h"
#include "facets_output.h"
#include "json_output.h"
#include "query_arguments.h"
#include "search_arguments.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostValues = 1'000'000;

constexpr auto kOptions = joined(
    joined(kQueryOptions,
           std::array{
               Option{"by", "KIND[:N],...",
                      "The kinds to count: person, org, place, thing, source, author, "
                      "topic, lang, published, mentioned; the last two also with :day, "
                      ":week, :month, :quarter, :year, :decade or :auto "
                      "(person,org,place,thing,published)"},
               Option{"top", "N",
                      "Show N values of each kind, the most frequent (10, of dates 31; "
                      "0 for all)"},
           }),
    joined(joined(joined(kCountingOptions, kLeastOption), kTimeLimitOption),
           std::array{Option{"format", "text|json|csv", "How the result is written"}}));

SearchOptions options_of(const Arguments& arguments) {
  SearchOptions options = search_options(arguments);
  options.limit = 0;
  FacetLengths lengths;
  if (arguments.has("top")) {
    lengths.values = lengths.dates = arguments.number("top", 0, 0, kMostValues);
  }
  options.facets = facet_list(arguments, "by", lengths);
  if (options.facets.empty()) {
    for (const char* kind : {"person", "org", "place", "thing"}) {
      options.facets.push_back(kind + (":" + std::to_string(lengths.values)));
    }
    options.facets.push_back("published:" + std::to_string(lengths.dates));
  }
  return options;
}

int run(const Arguments& arguments, Output& out) {
  const SearchOptions options = options_of(arguments);
  const AskedQuery asked(arguments);
  const Results results = asked.searcher().search(asked.query(), options);

  const std::string format = arguments.choice("format");
  if (format != "json") asked.report(results);
  if (format == "json") {
    out.write(results_json(results, asked.parsed(), std::nullopt, true));
  } else if (format == "csv") {
    out.write(facets_csv(results.facets, options.facet_rank));
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
        "out of all that do. It is there for names and metadata; with --count "
        "stories both are stories; of all articles "
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
