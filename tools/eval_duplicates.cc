#include "eval_duplicates.h"

#include <dateline/duplicates.h>
#include <dateline/error.h>

#include <chrono>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "command.h"
#include "eval_reports.h"
#include "score_output.h"
#include "text_layout.h"
#include "tools/corpora/gold_corpus.h"

namespace dateline::cli {
namespace {

using Clock = std::chrono::steady_clock;
using scores::EditedCopy;
using scores::Tally;
using scores::TextPair;
using Json = nlohmann::ordered_json;

// Of shorter articles an edit is less than a sentence.
constexpr std::size_t kShortestBody = 400;

std::vector<Article> read_originals(const std::string& path) {
  std::vector<Article> articles;
  for (corpora::LabelledArticle& article : corpora::read_gold_corpus(path)) {
    if (article.body.size() < kShortestBody) continue;
    articles.push_back({.id = std::move(article.id),
                        .title = std::move(article.title),
                        .body = std::move(article.body)});
  }
  if (articles.size() < 2) {
    throw Error(ErrorCode::kInvalidArgument,
                "'" + path + "' has fewer than two articles of 400 bytes or more.");
  }
  return articles;
}

ScoreRows<Tally> edit_rows(const scores::DuplicateScores& scores) {
  ScoreRows<Tally> rows;
  for (std::size_t i = 0; i < scores.by_edit.size(); ++i) {
    rows.emplace_back(scores::edits()[i].name(), scores.by_edit[i]);
  }
  rows.emplace_back("up to 20 %, and longer", scores.light);
  rows.emplace_back("all", scores.all);
  return rows;
}

}  // namespace

DuplicatesReport evaluate_duplicates(const std::string& path, std::uint64_t seed,
                                     bool with_disagreements) {
  std::vector<Article> texts = read_originals(path);
  const std::size_t originals = texts.size();
  const std::vector<EditedCopy> copies = scores::edited_copies(texts, seed);
  for (const EditedCopy& copy : copies) texts.push_back(copy.article);

  DuplicatesReport report{
      .corpus = "--gold " + path, .originals = originals, .copies = copies.size()};
  for (const Article& text : texts) {
    report.text_bytes += text.title.size() + text.body.size();
  }
  const auto start = Clock::now();
  std::vector<TextPair> pairs = near_duplicates(texts);
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::vector<TextPair> wrong;
  report.scores = scores::score_duplicates(originals, copies, std::move(pairs), wrong);
  if (with_disagreements) {
    for (const auto& [a, b] : wrong) {
      report.disagreements += printable(texts[a].id + ", " + texts[b].id) + "\n";
    }
  }
  return report;
}

std::string duplicates_report_text(const DuplicatesReport& report,
                                   const Terminal& terminal) {
  std::string text = report.disagreements;
  if (!text.empty()) text += "\n";
  text +=
      corpus_line(report.corpus, report.originals, report.text_bytes, report.seconds,
                  terminal, with_commas(report.copies) + " copies, ");
  text += tallies_text("Copies found", edit_rows(report.scores), terminal) + "\n";
  return text + "Pairs said to be copies: " + with_commas(report.scores.pairs) +
         ", of one article " + with_commas(report.scores.right_pairs) + ", " +
         per_cent(report.scores.precision(), 2) + " %.\n";
}

Json duplicates_report_json(const DuplicatesReport& report) {
  Json copies = Json::object();
  for (const auto& [label, tally] : edit_rows(report.scores)) {
    copies[label] = {{"found", tally.right},
                     {"copies", tally.gold},
                     {"recall", rounded(tally.recall())}};
  }
  return {{"corpus", report.corpus},
          {"articles", report.originals},
          {"text_bytes", report.text_bytes},
          {"seconds", report.seconds},
          {"copies", std::move(copies)},
          {"pairs", report.scores.pairs},
          {"right_pairs", report.scores.right_pairs},
          {"precision", rounded(report.scores.precision())}};
}

int eval_duplicates(const Arguments& arguments, Output& out) {
  constexpr std::size_t kMostSeeds = std::numeric_limits<std::uint32_t>::max();
  const std::size_t seed = arguments.number("seed", 1, 0, kMostSeeds);
  ReportWriter writer(arguments, out);
  const bool errors = writer.as_text() && arguments.has("errors");
  for (const std::string& path : arguments.values("gold")) {
    const DuplicatesReport report = evaluate_duplicates(path, seed, errors);
    if (writer.as_text()) {
      writer.write_text(duplicates_report_text(report, writer.terminal()));
    } else {
      writer.add_json("corpora", duplicates_report_json(report));
    }
  }
  writer.finish("Name a corpus: --gold DIR.");
  return kFound;
}

}  // namespace dateline::cli
