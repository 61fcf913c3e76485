// dateline eval: scores against labelled articles.

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "corpus_arguments.h"
#include "eval_editors.h"
#include "eval_links.h"
#include "eval_names.h"
#include "name_finder_arguments.h"
#include "score_output.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDifferences = 40;  // Of editors' names, shown without --errors.
constexpr std::size_t kMostFolds = 100;
constexpr std::size_t kAllDifferences = 1'000'000;

constexpr std::array kOwnOptions = {
    Option{"reuters", "DIR",
           "For 'names': articles with names that editors gave, such as Reuters-21578"},
    Option{"pairs", "FILE",
           "For 'links': pairs of names that are the same or not, as "
           "corpus/gold/name_pairs.tsv has them"},
    Option{"cross-validate", "N",
           "For 'names': score each of N parts of a corpus with a model trained on its "
           "other parts"},
    kNameModelOption,
    kNameListOption,
    Option{"errors", "", "Print every place where labels and what was found differ"},
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

// Writes reports as they come: as text one after the other, or as one document of JSON
// at the end.
class ReportWriter {
 public:
  ReportWriter(const Arguments& arguments, Output& out)
      : as_text_(arguments.choice("format") == "text"), out_(out) {}

  bool as_text() const { return as_text_; }
  const Terminal& terminal() const { return out_.terminal(); }

  void write_text(const std::string& text) {
    out_.write(any_ ? "\n" + text : text);
    any_ = true;
  }

  void add_json(const std::string& list, Json report) {
    any_ = true;
    document_[list].push_back(std::move(report));
  }

  // Throws UsageError where nothing was reported.
  void finish(const std::string& what_is_missing) {
    if (!any_) throw UsageError(what_is_missing);
    if (!as_text_) out_.write(scores_json(document_));
  }

 private:
  bool as_text_;
  Output& out_;
  bool any_ = false;
  Json document_ = {{"format_version", 1}};
};

int eval_names(const Arguments& arguments, Output& out) {
  const double least = least_f1(arguments);
  const bool errors = arguments.has("errors");
  const auto finder = name_finder(arguments);
  const std::size_t folds = arguments.number("cross-validate", 0, 2, kMostFolds);
  ReportWriter writer(arguments, out);
  bool enough = true;
  for (const NamedCorpus& corpus : read_corpora(arguments)) {
    const bool differences = writer.as_text() && errors;
    const NamesReport report =
        folds == 0 ? evaluate_names(corpus, finder ? &*finder : nullptr, differences)
                   : cross_validate_names(corpus, folds, name_finder_options(arguments),
                                          differences);
    enough = enough && report.spans.typed.f1() >= least;
    if (writer.as_text()) {
      writer.write_text(names_report_text(report, writer.terminal()));
    } else {
      writer.add_json("corpora", names_report_json(report));
    }
  }
  for (const std::string& path : arguments.values("reuters")) {
    const auto report = evaluate_editors(path, errors ? kAllDifferences : kDifferences);
    if (writer.as_text()) {
      writer.write_text(editors_report_text(report, writer.terminal()));
    } else {
      writer.add_json("collections", editors_report_json(report));
    }
  }
  writer.finish("Name a corpus: --gold DIR, --conll FILE or another.");
  return enough ? kFound : kNothing;
}

int eval_links(const Arguments& arguments, Output& out) {
  const bool errors = arguments.has("errors");
  ReportWriter writer(arguments, out);
  for (const NamedCorpus& corpus : read_corpora(arguments)) {
    const LinksReport report = evaluate_links(corpus);
    if (writer.as_text()) {
      writer.write_text(links_report_text(report, errors, writer.terminal()));
    } else {
      writer.add_json("corpora", links_report_json(report));
    }
  }
  for (const std::string& file : arguments.values("pairs")) {
    const PairsReport report = evaluate_pairs(file);
    if (writer.as_text()) {
      writer.write_text(pairs_report_text(report, errors, writer.terminal()));
    } else {
      writer.add_json("pairs", pairs_report_json(report));
    }
  }
  writer.finish("Name what is linked: --gold DIR, --gum DIR or --pairs FILE.");
  return kFound;
}

int run(const Arguments& arguments, Output& out) {
  const std::string& what = arguments.operands().front();
  if (what == "names") return eval_names(arguments, out);
  if (what == "links") return eval_links(arguments, out);
  throw UsageError("What is scored is 'names' or 'links', not '" + what + "'.");
}

}  // namespace

constinit const Command kEvalCommand = {
    .name = "eval",
    .synopsis = "names|links",
    .operand = Operand::kText,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Score names and links against labelled articles",
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
        "table counts only those with two mentions or more, found and labelled.\n\n"
        "With --reuters, names found in the text alone are compared with those that "
        "editors gave. They come from a closed list and tell what an article is about, "
        "so only found names of that list are judged, and names that a text has "
        "without "
        "being about them count as wrong. The second table leaves out given names "
        "whose "
        "last word the text does not have.\n\n"
        "'eval links' takes the labels of mentions and asks who is meant: inside each "
        "article (B-cubed, MUC, entity-based CEAF); the same with the mentions that "
        "are "
        "found, where one that is not exactly a label is wrong; and across articles "
        "(B-cubed over pairs of an article and a name), by an index that is made for "
        "it "
        "in the system's folder for temporary files. With --pairs, each name is put "
        "into an article with the names beside it, and precision and recall are those "
        "of "
        "pairs that are linked; the last row leaves out pairs that are written alike.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
