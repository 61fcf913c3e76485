// dateline show: one article, its names and dates marked in the text.

#include <dateline/searcher.h>

#include <array>

#include "article_text.h"
#include "command.h"
#include "environment.h"
#include "json_output.h"

namespace dateline::cli {
namespace {

constexpr std::array kOptions = {
    kIndexOption,
    Option{"format", "text|json", "How the article is written"},
};

int run(const Arguments& arguments, Output& out) {
  const Searcher searcher(index_path(arguments));
  const std::string& id = arguments.operands().front();
  const auto found = searcher.article(id);
  if (!found) {
    complain("No article has the id '" + id + "'.");
    return kNothing;
  }
  out.write(arguments.choice("format") == "json"
                ? article_json(*found)
                : article_text(*found, out.terminal()));
  return kFound;
}

}  // namespace

constinit const Command kShowCommand = {
    .name = "show",
    .synopsis = "ID",
    .operand = Operand::kText,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Show one article, names and dates marked",
    .description =
        "Shows an article by the id that 'search' prints. On a terminal the names in "
        "its text are coloured by kind and its dates underlined; lists of both follow. "
        "JSON gives the article and, in \"extracted\", each mention with its place in "
        "bytes of the body.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
