#include "eval_published.h"

#include <dateline/annotate.h>
#include <dateline/article_reader.h>
#include <dateline/error.h>

#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "command.h"
#include "eval_reports.h"
#include "score_output.h"
#include "text_layout.h"
#include "tools/corpora/dated_files.h"
#include "tools/corpora/labelled_page.h"
#include "tools/scores/page_article.h"

namespace dateline::cli {
namespace {

using Clock = std::chrono::steady_clock;
using scores::PublicationScores;
using scores::Tally;
using Json = nlohmann::ordered_json;

std::string described(const Publication& found) {
  if (precision(found.date) == DatePrecision::kDay) return to_string(found.date);
  const auto bounds = scores::bounds_of(found);
  return to_string(bounds.first) + "/" + to_string(bounds.last);
}

// "2023-03-02, found 2023-03-01 (url, 0.93): x.txt: The evidence."
std::string disagreement_line(const Article& article, Date day) {
  const Publication& found = article.published;
  std::string line = to_string(day) + ", found " + described(found) + " (" +
                     std::string(to_string(found.origin)) + ", " +
                     fixed(found.confidence, 2) + "): " + article.id;
  if (!found.reason.empty()) line += ": " + found.reason;
  return printable(line) + "\n";
}

bool is_right(const Publication& found, Date day) {
  if (precision(found.date) == DatePrecision::kDay) return found.date == day;
  return scores::bounds_of(found).contain(day);
}

ScoreRows<Tally> origin_rows(const PublicationScores& scores) {
  ScoreRows<Tally> rows;
  for (std::size_t i = 0; i < scores::kOrigins.size(); ++i) {
    rows.emplace_back(to_string(scores::kOrigins[i]), scores.by_origin[i]);
  }
  return rows;
}

// The articles of a file, in its order.
std::vector<Article> articles_of(const std::string& file) {
  ArticleReader reader({file});
  std::vector<Article> articles;
  for (Article article; reader.next(article);) articles.push_back(std::move(article));
  return articles;
}

}  // namespace

void PublishedReport::add(Article article, Date day, bool with_disagreements) {
  ++articles;
  text_bytes += article.title.size() + article.body.size();
  const auto start = Clock::now();
  const AnnotatedArticle found = annotate(std::move(article), Reasons::kLeftOut);
  seconds += std::chrono::duration<double>(Clock::now() - start).count();
  scores.add(found.article.published, day);
  if (with_disagreements && !is_right(found.article.published, day)) {
    disagreements += disagreement_line(found.article, day);
  }
}

PublishedReport evaluate_gold_days(const std::string& path, bool with_disagreements) {
  PublishedReport report{.corpus = "--gold " + path};
  const scores::PageReader reader;
  for (const corpora::LabelledPage& page : corpora::read_gold_pages(path)) {
    Article article = reader.read(page.text);
    article.id = page.id;
    article.source = page.source;
    article.url = page.url;
    report.add(std::move(article), page.published, with_disagreements);
  }
  return report;
}

PublishedReport evaluate_dated_files(const std::string& folder,
                                     bool with_disagreements) {
  PublishedReport report{.corpus = "--files " + folder};
  for (const corpora::DatedFile& file : corpora::read_dated_files(folder)) {
    std::vector<Article> articles = articles_of(file.path.string());
    if (articles.size() != file.days.size()) {
      throw Error(ErrorCode::kInvalidArgument,
                  "'" + file.path.string() + "' has " +
                      counted(articles.size(), "article") + ", and the table " +
                      counted(file.days.size(), "day") + " for it.");
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
      report.add(std::move(articles[i]), file.days[i], with_disagreements);
    }
  }
  return report;
}

PublishedReport evaluate_hidden_days(const std::string& path, bool with_disagreements) {
  PublishedReport report{.corpus = "--dated " + path};
  ArticleReader reader({path});
  for (Article article; reader.next(article);) {
    const Date day = std::exchange(article.published, {}).date;
    if (precision(day) != DatePrecision::kDay) continue;
    report.add(std::move(article), day, with_disagreements);
  }
  if (report.articles == 0) {
    throw Error(ErrorCode::kNotFound,
                "No article in '" + path + "' tells its day of publication.");
  }
  return report;
}

std::string published_report_text(const PublishedReport& report,
                                  const Terminal& terminal) {
  const PublicationScores& scores = report.scores;
  std::string text = report.disagreements;
  if (!text.empty()) text += "\n";
  text += corpus_line(report.corpus, report.articles, report.text_bytes, report.seconds,
                      terminal);
  text += tallies_text("Articles", {{"days", scores.days}, {"bounds", scores.bounds}},
                       terminal) +
          "\n";
  const std::string origins =
      tallies_text("Days, by origin", origin_rows(scores), terminal);
  if (!origins.empty()) text += origins + "\n";
  return text + "Bounds on both sides: " + counted(scores.closed_bounds, "article") +
         ", " + fixed(scores.mean_width(), 1) + " days wide on average.\n";
}

Json published_report_json(const PublishedReport& report) {
  const PublicationScores& scores = report.scores;
  Json origins = Json::object();
  for (const auto& [label, tally] : origin_rows(scores)) {
    if (tally.found > 0) origins[label] = tally_json(tally);
  }
  return {{"corpus", report.corpus},
          {"articles", report.articles},
          {"text_bytes", report.text_bytes},
          {"seconds", report.seconds},
          {"days", tally_json(scores.days)},
          {"days_by_origin", std::move(origins)},
          {"bounds", tally_json(scores.bounds)},
          {"closed_bounds", scores.closed_bounds},
          {"mean_width_days", rounded(scores.mean_width())}};
}

int eval_published(const Arguments& arguments, Output& out) {
  ReportWriter writer(arguments, out);
  const bool errors = writer.as_text() && arguments.has("errors");
  using Evaluate = PublishedReport (*)(const std::string&, bool);
  static constexpr std::array<std::pair<std::string_view, Evaluate>, 3> kSources = {
      {{"gold", evaluate_gold_days},
       {"files", evaluate_dated_files},
       {"dated", evaluate_hidden_days}}};
  for (const auto& [option, evaluate] : kSources) {
    for (const std::string& path : arguments.values(option)) {
      const PublishedReport report = evaluate(path, errors);
      if (writer.as_text()) {
        writer.write_text(published_report_text(report, writer.terminal()));
      } else {
        writer.add_json("collections", published_report_json(report));
      }
    }
  }
  writer.finish("Name articles: --gold DIR, --files DIR or --dated PATH.");
  return kFound;
}

}  // namespace dateline::cli
