// dateline pairs: who is named with whom in the articles found.

#include <dateline/searcher.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "command.h"
#include "pairs_output.h"
#include "query_arguments.h"
#include "search_arguments.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostPairs = 10'000'000;
constexpr std::size_t kMostArticles = 1'000'000'000;

constexpr auto kOptions = joined(
    joined(kQueryOptions,
           std::array{
               Option{"kinds", "KIND,...",
                      "The kinds of names to pair: person, org, place, thing "
                      "(person,org)"},
               Option{"top", "N", "Show N pairs (20; 0 for all)"},
               Option{"min", "N", "Only pairs that N articles share at least (2)"},
           }),
    joined(joined(kCountingOptions, kTimeLimitOption),
           std::array{Option{"format", "text|csv|json|graphml",
                             "How the result is written"}}));

std::vector<NameKind> kinds_of(std::string_view list) {
  std::vector<NameKind> kinds;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string_view name = list.substr(begin, comma - begin);
    const auto kind = parse_name_kind(name);
    if (!kind) {
      throw UsageError("'" + std::string(name) +
                       "' is no kind of names; there are person, org, place, thing.");
    }
    kinds.push_back(*kind);
    begin = comma + 1;
  }
  return kinds;
}

PairOptions options_of(const Arguments& arguments) {
  auto options = within_articles(arguments, PairOptions{});
  if (const auto kinds = arguments.value("kinds")) options.kinds = kinds_of(*kinds);
  options.limit = arguments.number("top", options.limit, 0, kMostPairs);
  options.min_articles =
      arguments.number("min", options.min_articles, 1, kMostArticles);
  options.rank = facet_rank(arguments);
  options.unit = facet_unit(arguments);
  options.time_limit = time_limit(arguments);
  return options;
}

int run(const Arguments& arguments, Output& out) {
  const PairOptions options = options_of(arguments);
  const AskedQuery asked(arguments);
  const NamePairs pairs = asked.searcher().pairs(asked.query(), options);

  const std::string format = arguments.choice("format");
  if (format != "json") asked.report(pairs);
  if (format == "json") {
    out.write(pairs_json(pairs, asked.parsed()));
  } else if (format == "csv") {
    out.write(pairs_csv(pairs));
  } else if (format == "graphml") {
    out.write(pairs_graphml(pairs));
  } else {
    out.write(pairs_text(pairs, options.rank, out.terminal()));
  }
  return pairs.pairs.empty() ? kNothing : kFound;
}

}  // namespace

constinit const Command kPairsCommand = {
    .name = "pairs",
    .synopsis = "[QUERY...]",
    .operand = Operand::kQuery,
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .summary = "Show who is named with whom in the articles found",
    .description =
        "Counts, over every article that matches, which two names stand in the same "
        "articles, each name under all its spellings. Counts are exact. Shown are the "
        "two names, the one of more articles first, and the articles that have "
        "both.\n\n"
        "--rank typical puts first what is hardest to explain by chance, by Dunning's "
        "log-likelihood ratio among the articles found: two names that are everywhere "
        "meet often, and that tells little. CSV, JSON and GraphML have the counts of "
        "both names, the ratio, and Dice's coefficient: twice the articles that have "
        "both by the sum of those that have either. GraphML, for Gephi, Cytoscape or "
        "NetworkX, has a node for each name shown and an edge for each pair, weighed "
        "by articles.\n\n"
        "Memory is that of the names of the articles found, however many pairs they "
        "are; with --top 0 also of all pairs.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
