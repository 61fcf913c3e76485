// dateline eval: scores against labelled articles.

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "corpus_arguments.h"
#include "eval_names.h"

namespace dateline::cli {
namespace {

constexpr std::array kOwnOptions = {
    Option{"errors", "", "Print every place where labels and names found differ"},
    Option{"min-f1", "X",
           "Fail (exit code 1) where F1 of all mentions is below X, such as 0.80"},
    Option{"format", "text|json", "How scores are written"},
};

constexpr auto kOptions = joined(kCorpusOptions, kOwnOptions);

// --min-f1 as a share; 0 where it was not given.
double least_f1(const Arguments& arguments) {
  const std::string given = arguments.value("min-f1").value_or("0");
  double share = 0;
  const char* const end = given.data() + given.size();
  const auto [stop, error] = std::from_chars(given.data(), end, share);
  if (error != std::errc() || stop != end || !(share >= 0 && share <= 1)) {
    throw UsageError("The option '--min-f1' is a number from 0 to 1, not '" + given +
                     "'.");
  }
  return share;
}

int eval_names(const Arguments& arguments, Output& out) {
  const double least = least_f1(arguments);
  const bool as_text = arguments.choice("format") == "text";
  const auto corpora = read_corpora(arguments);
  if (corpora.empty()) {
    throw UsageError("Name a corpus: --gold DIR, --conll FILE or another.");
  }
  std::vector<NamesReport> reports;
  bool enough = true;
  for (const NamedCorpus& corpus : corpora) {
    reports.push_back(evaluate_names(corpus, as_text && arguments.has("errors")));
    enough = enough && reports.back().spans.typed.f1() >= least;
    if (!as_text) continue;
    if (reports.size() > 1) out.write("\n");
    out.write(names_report_text(reports.back(), out.terminal()));
  }
  if (!as_text) out.write(names_reports_json(reports));
  return enough ? kFound : kNothing;
}

int run(const Arguments& arguments, Output& out) {
  const std::string& what = arguments.operands().front();
  if (what == "names") return eval_names(arguments, out);
  throw UsageError("What is scored is 'names', not '" + what + "'.");
}

}  // namespace

constinit const Command kEvalCommand = {
    .name = "eval",
    .synopsis = "names",
    .operand = Operand::kText,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Score names against labelled articles",
    .description =
        "'eval names' finds the names of labelled articles and counts which are right. "
        "A mention is right when span and kind are the label's: CoNLL-2003's measure, "
        "by "
        "tokens where the corpus has tokens, else by bytes. Demonyms ('Russian') are "
        "rows of their own, or things where the corpus has them among these.\n\n"
        "Facets are the distinct names of an article that its facets show. Where "
        "labels "
        "say who is meant, a name that was found is right if at least half of its "
        "mentions overlap those of one entity of its kind, and no other name has that "
        "entity; elsewhere surfaces are compared, without regard to case. The second "
        "table counts only those with two mentions or more, found and labelled.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
