// dateline similar: articles about the same event as one.

#include <dateline/searcher.h>

#include <array>

#include "command.h"
#include "environment.h"
#include "json_output.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostArticles = 1000;

constexpr std::array kOptions = {
    kIndexOption,
    Option{"limit", "N", "Show at most N articles (10)"},
    Option{"fold", "",
           "Leave out copies of the article, and show others and their copies as one"},
    Option{"format", "text|json", "How the articles are written"},
};

int run(const Arguments& arguments, Output& out) {
  const bool as_json = arguments.choice("format") == "json";
  SimilarOptions options;
  options.limit = arguments.number("limit", 10, 1, kMostArticles);
  options.fold = arguments.has("fold");
  if (!as_json) mark_for_people(options.snippet, true, out.terminal());
  const Searcher searcher(index_path(arguments));
  const std::string& id = arguments.operands().front();
  const auto found = searcher.similar(id, options);
  if (!found) {
    complain("No article has the id '" + id + "'.");
    return kNothing;
  }
  out.write(as_json ? similar_json(*found, id) : similar_text(*found, out.terminal()));
  if (found->articles.empty() && !as_json) complain("No article is like '" + id + "'.");
  return found->articles.empty() ? kNothing : kFound;
}

}  // namespace

constinit const Command kSimilarCommand = {
    .name = "similar",
    .synopsis = "ID",
    .operand = Operand::kText,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Show articles about the same event",
    .description =
        "Shows the articles that are about the event an article is about, the likest "
        "first, and the names and days that both speak of. Rare words, names and days "
        "count; what appeared weeks before or after is held back.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
