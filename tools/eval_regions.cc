#include "eval_regions.h"

#include <dateline/annotate.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "command.h"
#include "eval_reports.h"
#include "score_output.h"
#include "text_layout.h"
#include "tools/scores/page_article.h"

namespace dateline::cli {
namespace {

using Clock = std::chrono::steady_clock;
using corpora::LabelledPage;
using scores::RegionScores;
using scores::Tally;
using Json = nlohmann::ordered_json;

// "furniture  body       Subscribe to our newsletter (x.txt)".
void append_disagreements(const LabelledPage& page, const std::vector<Region>& found,
                          std::string& text) {
  constexpr std::size_t kColumn = 11;
  constexpr std::size_t kShown = 100;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (page.lines[i].region == found[i]) continue;
    std::string gold(to_string(page.lines[i].region));
    gold.resize(kColumn, ' ');
    std::string other(to_string(found[i]));
    other.resize(kColumn, ' ');
    const std::string line = printable(page.text_of(page.lines[i]));
    text += gold + other + shortened(line, kShown) + " (" + page.id + ")\n";
  }
}

ScoreRows<Tally> region_rows(const RegionScores& scores) {
  ScoreRows<Tally> rows;
  for (std::size_t i = 0; i < scores::kRegions.size(); ++i) {
    rows.emplace_back(to_string(scores::kRegions[i]), scores.by_region[i]);
  }
  rows.emplace_back("all", scores.lines);
  return rows;
}

ScoreRows<Tally> line_rows(const RegionScores& scores) {
  return {{"of the article", scores.kept}, {"others", scores.left_out}};
}

Json rows_json(const ScoreRows<Tally>& rows) {
  Json json = Json::object();
  for (const auto& [label, tally] : rows) json[label] = tally_json(tally);
  return json;
}

}  // namespace

RegionsReport evaluate_regions(const std::string& corpus,
                               const std::vector<LabelledPage>& pages,
                               bool with_disagreements) {
  RegionsReport report{.corpus = corpus};
  const scores::PageReader reader;
  for (const LabelledPage& page : pages) {
    const Article article = reader.read(page.text);
    const auto start = Clock::now();
    const auto regions = find_regions(article);
    report.seconds += std::chrono::duration<double>(Clock::now() - start).count();
    report.text_bytes += article.title.size() + article.body.size();
    const auto found = scores::line_regions(page, article, regions);
    report.scores.add(page, found);
    if (with_disagreements) append_disagreements(page, found, report.disagreements);
  }
  return report;
}

std::string regions_report_text(const RegionsReport& report, const Terminal& terminal) {
  const RegionScores& scores = report.scores;
  std::string text = report.disagreements;
  if (!text.empty()) text += "\n";
  text += corpus_line(report.corpus, scores.pages, report.text_bytes, report.seconds,
                      terminal);
  text += tallies_text("Lines by region", region_rows(scores), terminal) + "\n";
  text += tallies_text("Lines", line_rows(scores), terminal) + "\n";
  return text + "Mean F1 of the regions: " + per_cent(scores.macro_f1(), 1) +
         ". Others taken for lines of the article: " + fixed(scores.leaks_a_page(), 2) +
         " an article, more than one in " + with_commas(scores.leaking_pages) +
         "; more than one of furniture in " + with_commas(scores.furnished_pages) +
         ".\n";
}

Json regions_report_json(const RegionsReport& report) {
  const RegionScores& scores = report.scores;
  return {
      {"corpus", report.corpus},
      {"articles", scores.pages},
      {"text_bytes", report.text_bytes},
      {"seconds", report.seconds},
      {"regions", rows_json(region_rows(scores))},
      {"lines",
       {{"kept", tally_json(scores.kept)}, {"left_out", tally_json(scores.left_out)}}},
      {"macro_f1", rounded(scores.macro_f1())},
      {"wrongly_kept_an_article", rounded(scores.leaks_a_page())},
      {"articles_with_more_than_one", scores.leaking_pages},
      {"articles_with_more_furniture", scores.furnished_pages}};
}

int eval_regions(const Arguments& arguments, Output& out) {
  const double least = least_f1(arguments);
  ReportWriter writer(arguments, out);
  bool enough = true;
  for (const std::string& path : arguments.values("gold")) {
    const RegionsReport report =
        evaluate_regions("--gold " + path, corpora::read_gold_pages(path),
                         writer.as_text() && arguments.has("errors"));
    enough = enough && report.scores.kept.f1() >= least;
    if (writer.as_text()) {
      writer.write_text(regions_report_text(report, writer.terminal()));
    } else {
      writer.add_json("corpora", regions_report_json(report));
    }
  }
  writer.finish("Name a corpus: --gold DIR.");
  return enough ? kFound : kNothing;
}

}  // namespace dateline::cli
