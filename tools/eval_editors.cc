#include "eval_editors.h"

#include <dateline/article_reader.h>
#include <dateline/error.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "score_output.h"
#include "text_layout.h"
#include "tools/corpora/corpus_file.h"

namespace dateline::cli {
namespace {

using scores::EditorTally;
using scores::Tally;
using Json = nlohmann::ordered_json;

std::vector<Article> read_articles(const std::string& path) {
  std::vector<std::string> files;
  for (const auto& file : corpora::corpus_files(path, ".sgm")) files.push_back(file);
  ArticleReader reader(std::move(files));
  std::vector<Article> articles;
  for (Article article; reader.next(article);) articles.push_back(std::move(article));
  if (articles.empty()) {
    throw Error(ErrorCode::kNotFound, "There is no article in '" + path + "'.");
  }
  return articles;
}

ScoreRows<Tally> rows(const EditorsReport& report, Tally EditorTally::*part) {
  return {{"person", report.people.*part},
          {"org", report.organisations.*part},
          {"place", report.places.*part},
          {"place, demonyms too", report.places_with_demonyms.*part}};
}

Json rows_json(const ScoreRows<Tally>& rows) {
  Json json = Json::object();
  for (const auto& [label, tally] : rows) json[label] = tally_json(tally);
  return json;
}

std::string count_column(std::size_t count) {
  constexpr std::size_t kWidth = 9;
  std::string text = with_commas(count);
  text.insert(0, kWidth - std::min(kWidth, text.size()), ' ');
  return text;
}

std::string difference_line(const scores::EditorDifference& difference) {
  return count_column(difference.missed) + count_column(difference.extra) + "  " +
         std::string(to_string(difference.name.kind)) + " " +
         printable(difference.name.text) + ", as in " + printable(difference.example) +
         "\n";
}

}  // namespace

EditorsReport evaluate_editors(const std::string& path, std::size_t differences) {
  const std::vector<Article> articles = read_articles(path);
  scores::EditorScores scores(articles);
  scores.run();
  return {.path = path,
          .articles = articles.size(),
          .people = scores.people,
          .organisations = scores.organisations,
          .places = scores.places,
          .places_with_demonyms = scores.places_with_demonyms,
          .differences = scores.differences(differences)};
}

std::string editors_report_text(const EditorsReport& report, const Terminal& terminal) {
  std::string text = on_one_line({{"--reuters " + report.path, Style::kBold},
                                  {": " + counted(report.articles, "article")}},
                                 terminal) +
                     "\n\n";
  text += tallies_text("Names of the editors' list", rows(report, &EditorTally::names),
                       terminal) +
          "\n";
  text += tallies_text("Given names in the text", rows(report, &EditorTally::in_text),
                       terminal) +
          "\n";
  text += on_one_line({{"Most differences", Style::kBold}}, terminal) + "\n";
  text += "   missed    extra\n";
  for (const auto& difference : report.differences) text += difference_line(difference);
  return text;
}

Json editors_report_json(const EditorsReport& report) {
  Json differences = Json::array();
  for (const auto& difference : report.differences) {
    differences.push_back({{"kind", to_string(difference.name.kind)},
                           {"name", difference.name.text},
                           {"missed", difference.missed},
                           {"extra", difference.extra},
                           {"example", difference.example}});
  }
  return {{"path", report.path},
          {"articles", report.articles},
          {"names", rows_json(rows(report, &EditorTally::names))},
          {"names_in_text", rows_json(rows(report, &EditorTally::in_text))},
          {"differences", std::move(differences)}};
}

}  // namespace dateline::cli
