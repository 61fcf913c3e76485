// dateline explain: how a query is understood and run, stage by stage.

#include <dateline/searcher.h>

#include <array>

#include "command.h"
#include "json_output.h"
#include "query_arguments.h"
#include "search_arguments.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr auto kOptions =
    joined(joined(joined(kQueryOptions, kRankingOptions),
                  joined(joined(kCountingOptions, kLeastOption),
                         joined(kTimeLimitOption, kBriefOption))),
           std::array{Option{"format", "text|json", "How the explanation is written"}});

int run(const Arguments& arguments, Output& out) {
  const SearchOptions options = search_options(arguments);
  const AskedQuery asked(arguments);
  const Explanation explanation = asked.searcher().explain(asked.query(), options);
  if (arguments.choice("format") == "json") {
    out.write(explanation_json(explanation, asked.parsed()));
  } else {
    asked.report(explanation);
    out.write(explanation_text(explanation, out.terminal()));
  }
  return kFound;
}

}  // namespace

constinit const Command kExplainCommand = {
    .name = "explain",
    .synopsis = "QUERY...",
    .operand = Operand::kQuery,
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .summary = "Show how a query is read and run",
    .description =
        "Runs the search that 'dateline search' would run with the same options, and "
        "shows the query as a tree, its reading with the names resolved, the query "
        "that Xapian runs, how many articles match each clause alone, and the time "
        "that each stage takes: parsing, compiling, matching, snippets, facets, and "
        "finding out what was perhaps meant.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
