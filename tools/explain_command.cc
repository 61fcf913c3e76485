// dateline explain: how a query is understood and run, stage by stage.

#include <dateline/searcher.h>

#include <array>

#include "command.h"
#include "environment.h"
#include "json_output.h"
#include "search_arguments.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::array kOptions = {
    kIndexOption,
    kTodayOption,
    Option{"format", "text|json", "How the explanation is written"},
};

int run(const Arguments& arguments, Output& out) {
  const Searcher searcher(index_path(arguments));
  const ParsedQuery parsed = parse_query(arguments.text(), {.today = today(arguments)});
  const Explanation explanation = searcher.explain(parsed.query);
  if (arguments.choice("format") == "json") {
    out.write(explanation_json(explanation, parsed));
  } else {
    report_problems(parsed, explanation.notes);
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
        "Shows the query as a tree, its reading with the names resolved, the query "
        "that "
        "Xapian runs, how many articles match each clause alone, and the time that "
        "each "
        "stage takes.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
