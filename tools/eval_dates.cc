#include "eval_dates.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "command.h"
#include "eval_reports.h"
#include "score_output.h"
#include "text_layout.h"
#include "tools/corpora/date_corpora.h"
#include "tools/scores/date_disagreements.h"
#include "tools/scores/found_dates.h"

namespace dateline::cli {
namespace {

using Clock = std::chrono::steady_clock;
using corpora::DatedArticle;
using corpora::LabelledDate;
using scores::DateScores;
using scores::Tally;
using Json = nlohmann::ordered_json;

std::string disagreement_line(const DatedArticle& article,
                              const scores::DateDisagreement& place) {
  constexpr std::size_t kWidth = 14;
  std::string line = place.what;
  if (line.size() < kWidth) line.resize(kWidth, ' ');
  line += " " + place.gold;
  if (!place.gold.empty() && !place.found.empty()) line += ", ";
  if (!place.found.empty()) line += "found " + place.found;
  const auto& [before, text, after] = place.context;
  line += ": " + before + "[" + text + "]" + after;
  const std::string day = to_string(article.published);
  line += " (" + article.id + (day.empty() ? "" : ", " + day) + ")";
  return printable(line) + "\n";
}

std::vector<LabelledDate> of_facets(const std::vector<LabelledDate>& dates) {
  std::vector<LabelledDate> kept;
  for (const LabelledDate& date : dates) {
    if (date.gives_facet) kept.push_back(date);
  }
  return kept;
}

void score_article(const DatedArticle& article, bool with_disagreements,
                   DatesReport& report) {
  const auto start = Clock::now();
  const auto found = scores::find_dates(article);
  report.seconds += std::chrono::duration<double>(Clock::now() - start).count();
  report.text_bytes += article.title.size() + article.body.size();
  report.all.add(article.dates, found);
  report.facets.add(of_facets(article.dates), of_facets(found));
  if (!article.facetless.empty()) report.has_facetless = true;
  if (!with_disagreements) return;
  for (const auto& place : scores::date_disagreements(article, article.dates, found)) {
    report.disagreements += disagreement_line(article, place);
  }
}

ScoreRows<Tally> total_rows(const DateScores& scores) {
  return {{"relaxed", scores.relaxed},
          {"strict", scores.strict},
          {"type", scores.type},
          {"value", scores.value},
          {"modifier", scores.modifier}};
}

ScoreRows<Tally> value_rows(const DateScores& scores) {
  return {{"all", scores.distinct_values},
          {"days", scores.distinct_days},
          {"as facets", scores.distinct_periods}};
}

using TalliesByType = std::array<Tally, scores::kDateTypes.size()>;

ScoreRows<Tally> type_rows(const TalliesByType& tallies) {
  ScoreRows<Tally> rows;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    rows.emplace_back(to_string(scores::kDateTypes[i]), tallies[i]);
  }
  return rows;
}

std::string scores_text(const DateScores& scores, const std::string& heading,
                        const Terminal& terminal) {
  return tallies_text(heading, total_rows(scores), terminal) + "\n" +
         tallies_text("Found, by type", type_rows(scores.extents_by_type), terminal) +
         "\n" +
         tallies_text("Values, by type", type_rows(scores.values_by_type), terminal) +
         "\n" + tallies_text("Values of an article", value_rows(scores), terminal);
}

Json rows_json(const ScoreRows<Tally>& rows) {
  Json json = Json::object();
  for (const auto& [label, tally] : rows) json[label] = tally_json(tally);
  return json;
}

Json tallies_json(const DateScores& scores) {
  return {{"dates", rows_json(total_rows(scores))},
          {"found_by_type", rows_json(type_rows(scores.extents_by_type))},
          {"values_by_type", rows_json(type_rows(scores.values_by_type))},
          {"values_of_an_article", rows_json(value_rows(scores))}};
}

// Only articles of the half that was asked for.
std::vector<DatedArticle> half_of_corpus(std::vector<DatedArticle> articles,
                                         const std::string& half) {
  if (half == "all") return articles;
  const auto kept = half == "develop" ? corpora::Half::kDevelop : corpora::Half::kCheck;
  std::erase_if(articles, [&](const DatedArticle& article) {
    return corpora::half_of(article.id) != kept;
  });
  return articles;
}

}  // namespace

DatesReport evaluate_dates(const std::string& corpus,
                           const std::vector<DatedArticle>& articles,
                           bool with_disagreements) {
  DatesReport report{.corpus = corpus, .articles = articles.size()};
  for (const DatedArticle& article : articles)
    score_article(article, with_disagreements, report);
  return report;
}

std::string dates_report_text(const DatesReport& report, const Terminal& terminal) {
  std::string text = report.disagreements;
  if (!text.empty()) text += "\n";
  text += corpus_line(report.corpus, report.articles, report.text_bytes, report.seconds,
                      terminal);
  text += scores_text(report.all, "Dates", terminal);
  if (!report.has_facetless) return text;
  return text + "\n" + scores_text(report.facets, "Dates that give facets", terminal);
}

Json dates_report_json(const DatesReport& report) {
  Json json = {{"corpus", report.corpus},
               {"articles", report.articles},
               {"text_bytes", report.text_bytes},
               {"seconds", report.seconds}};
  json.update(tallies_json(report.all));
  if (report.has_facetless) json["in_facet_lines"] = tallies_json(report.facets);
  return json;
}

int eval_dates(const Arguments& arguments, Output& out) {
  const double least = least_f1(arguments);
  const std::string half = arguments.choice("half");
  ReportWriter writer(arguments, out);
  bool enough = true;
  for (const corpora::DateCorpus& corpus : corpora::kDateCorpora) {
    for (const std::string& path : arguments.values(corpus.name)) {
      std::string name = "--" + std::string(corpus.name) + " " + path;
      if (half != "all") name += " --half " + half;
      const DatesReport report =
          evaluate_dates(name, half_of_corpus(corpus.read(path), half),
                         writer.as_text() && arguments.has("errors"));
      enough = enough && report.all.value.f1() >= least;
      if (writer.as_text()) {
        writer.write_text(dates_report_text(report, writer.terminal()));
      } else {
        writer.add_json("corpora", dates_report_json(report));
      }
    }
  }
  writer.finish(
      "Name a corpus: --gold DIR, --timeml DIR, --gum DIR or --meantime DIR.");
  return enough ? kFound : kNothing;
}

}  // namespace dateline::cli
