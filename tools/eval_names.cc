#include "eval_names.h"

#include <dateline/error.h>
#include <dateline/name_model.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "command.h"
#include "environment.h"
#include "eval_editors.h"
#include "eval_reports.h"
#include "name_finder_arguments.h"
#include "score_output.h"
#include "text_layout.h"
#include "tools/scores/disagreements.h"
#include "tools/scores/found_names.h"
#include "tools/scores/temporary_index.h"
#include "training_texts.h"

namespace dateline::cli {
namespace {

using Clock = std::chrono::steady_clock;
using corpora::LabelledArticle;
using scores::Disagreement;
using scores::FacetTallies;
using scores::SpanLabel;
using scores::Tally;
using scores::TwoSidedTally;
using Json = nlohmann::ordered_json;

constexpr std::size_t kDifferences = 40;  // Of editors' names, shown without --errors.
constexpr std::size_t kAllDifferences = 1'000'000;
constexpr std::size_t kMostFolds = 100;

std::string disagreement_line(const LabelledArticle& article,
                              const Disagreement& place) {
  std::string line(to_string(place.kind));
  line.resize(8, ' ');
  line += place.gold;
  if (!place.gold.empty() && !place.found.empty()) line += ", found ";
  const auto& [before, text, after] = place.context;
  line += place.found + ": " + before + "[" + text + "]" + after;
  return printable(line + " (" + article.id + ")") + "\n";
}

ScoreRows<Tally> span_rows(const NamesReport& report) {
  ScoreRows<Tally> rows;
  for (std::size_t i = 0; i < scores::kSpanLabels; ++i) {
    rows.emplace_back(to_string(static_cast<SpanLabel>(i)), report.spans.by_label[i]);
  }
  rows.emplace_back("all", report.spans.typed);
  rows.emplace_back("all, of any kind", report.spans.untyped);
  return rows;
}

template <typename Score>
ScoreRows<Score> facet_rows(const NamesReport& report, Score FacetTallies::*part) {
  ScoreRows<Score> rows;
  for (const NameKind kind : kNameKinds) {
    rows.emplace_back(to_string(kind),
                      report.facets.by_kind[static_cast<std::size_t>(kind)].*part);
  }
  rows.emplace_back("all", report.facets.total().*part);
  return rows;
}

Json rows_json(const ScoreRows<Tally>& rows) {
  Json json = Json::object();
  for (const auto& [label, tally] : rows) {
    json[label == "all, of any kind" ? "untyped" : label] = tally_json(tally);
  }
  return json;
}

Json rows_json(const ScoreRows<TwoSidedTally>& rows) {
  Json json = Json::object();
  for (const auto& [label, tally] : rows) json[label] = two_sided_json(tally);
  return json;
}

NamesReport empty_report(const NamedCorpus& corpus) {
  return {.corpus = corpus.option,
          .articles = corpus.articles.size(),
          .has_demonyms = scores::marks_demonyms(corpus.articles),
          .has_entities = scores::marks_entities(corpus.articles)};
}

void score_article(const LabelledArticle& article, const NameFinder* finder,
                   bool with_disagreements, NamesReport& report) {
  const auto start = Clock::now();
  const auto found = scores::find_names(article, finder);
  report.seconds += std::chrono::duration<double>(Clock::now() - start).count();
  report.text_bytes += article.title.size() + article.body.size();

  const auto gold = scores::spans_of(article, article.mentions, report.has_demonyms);
  const auto spans = scores::spans_of(article, found, report.has_demonyms);
  report.spans.add(gold, spans);
  report.facets.add(article, found, report.has_entities);
  if (!with_disagreements) return;
  for (const Disagreement& place : scores::disagreements(article, gold, spans))
    report.disagreements += disagreement_line(article, place);
}

// Finds names as the articles of all parts but one have them.
NameFinder finder_without(const NamedCorpus& corpus, std::size_t fold,
                          std::size_t folds, NameFinderOptions finding) {
  std::vector<LabelledText> texts;
  for (std::size_t i = 0; i < corpus.articles.size(); ++i)
    if (i % folds != fold) texts.push_back(training_text(corpus.articles[i]));
  const scores::TemporaryFolder folder;
  finding.name_model = (folder.path() / "model.dnm").string();
  write_whole_file(finding.name_model, train_name_model(texts));
  return NameFinder(finding);
}

}  // namespace

NamesReport evaluate_names(const NamedCorpus& corpus, const NameFinder* finder,
                           bool with_disagreements) {
  NamesReport report = empty_report(corpus);
  for (const LabelledArticle& article : corpus.articles)
    score_article(article, finder, with_disagreements, report);
  return report;
}

NamesReport cross_validate_names(const NamedCorpus& corpus, std::size_t folds,
                                 const NameFinderOptions& finding,
                                 bool with_disagreements) {
  if (corpus.articles.size() < folds) {
    throw Error(ErrorCode::kInvalidArgument,
                corpus.option + " has " + counted(corpus.articles.size(), "article") +
                    ": too few for " + std::to_string(folds) + " parts.");
  }
  NamesReport report = empty_report(corpus);
  report.corpus += ", " + std::to_string(folds) + "-fold cross-validation";
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const NameFinder finder = finder_without(corpus, fold, folds, finding);
    for (std::size_t i = fold; i < corpus.articles.size(); i += folds)
      score_article(corpus.articles[i], &finder, with_disagreements, report);
  }
  return report;
}

std::string names_report_text(const NamesReport& report, const Terminal& terminal) {
  std::string text = report.disagreements;
  if (!text.empty()) text += "\n";
  text += corpus_line(report.corpus, report.articles, report.text_bytes, report.seconds,
                      terminal);
  text += tallies_text("Mentions", span_rows(report), terminal) + "\n";
  const std::string whose = report.has_entities ? "entities" : "surfaces";
  text += tallies_text("Facets, " + whose, facet_rows(report, &FacetTallies::all),
                       terminal) +
          "\n";
  text += tallies_text("Facets, 2 mentions or more",
                       facet_rows(report, &FacetTallies::repeated), terminal) +
          "\n";
  return text + two_sided_text("2 mentions or more, found at all",
                               facet_rows(report, &FacetTallies::repeated_at_all),
                               terminal);
}

Json names_report_json(const NamesReport& report) {
  return {{"corpus", report.corpus},
          {"articles", report.articles},
          {"text_bytes", report.text_bytes},
          {"seconds", report.seconds},
          {"mentions", rows_json(span_rows(report))},
          {"facets", rows_json(facet_rows(report, &FacetTallies::all))},
          {"repeated_facets", rows_json(facet_rows(report, &FacetTallies::repeated))},
          {"repeated_facets_at_all",
           rows_json(facet_rows(report, &FacetTallies::repeated_at_all))}};
}

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

}  // namespace dateline::cli
