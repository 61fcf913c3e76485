// The readers over the research data: every article is there, none is rejected.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "index/readers/encoding.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::ArticleReader;
using dateline::testing::shared_data;

// What counting articles needs, without keeping them.
struct Count {
  std::size_t articles = 0;
  std::size_t titles = 0;
  std::size_t bodies = 0;
  std::size_t sources = 0;
  std::size_t rejected = 0;
  std::set<std::string> ids{};
  std::map<std::string, std::size_t> months{};
};

Count count(const std::string& path) {
  Count result;
  ArticleReader reader({path});
  Article article;
  while (reader.next(article)) {
    ++result.articles;
    result.titles += article.title.empty() ? 0 : 1;
    result.bodies += article.body.empty() ? 0 : 1;
    result.sources += article.source.empty() ? 0 : 1;
    result.ids.insert(article.id.empty() ? article.url : article.id);
    ++result.months[to_string(article.published.date).substr(0, 7)];
  }
  result.rejected = reader.rejected();
  return result;
}

TEST_CASE("real data: the seeds and their titles") {
  const auto path = shared_data("seeds");
  if (!path) {
    MESSAGE("skipped: no shared data");
    return;
  }
  const auto reading = dateline::testing::read_all({path->string()});
  CHECK(reading.problems.empty());
  REQUIRE(reading.articles.size() == 5);
  const char* const expected[] = {
      "First Meeting between Blinken and Russian Foreign Minister since Ukraine "
      "Conflict Began",
      "",  // Begins with its first paragraph.
      "High-Level Talks Between Blinken and Lavrov Since Ukrainian Invasion",
      "U.S. Secretary of State Antony Blinken and Russian Foreign Minister Sergei "
      "Lavrov Meet for the First Time in a Year",
      "Blinken, Lavrov meet for first time since Russia’s invasion of Ukraine",
  };
  for (std::size_t i = 0; i < 5; ++i) CHECK(reading.articles[i].title == expected[i]);
  CHECK(reading.articles[1].body.starts_with("US Secretary of State Antony Blinken"));
}

TEST_CASE("real data: Reuters-21578") {
  const auto folder = shared_data("news/reuters21578");
  if (!folder) {
    MESSAGE("skipped: no shared data");
    return;
  }
  Count all;
  for (int i = 0; i < 22; ++i) {
    const std::string number = std::to_string(100 + i).substr(1);
    Count part = count((*folder / ("reut2-0" + number + ".sgm")).string());
    all.articles += part.articles;
    all.titles += part.titles;
    all.rejected += part.rejected;
    all.ids.merge(part.ids);
    for (const auto& [month, articles] : part.months) all.months[month] += articles;
  }
  CHECK(all.articles == 21'578);
  CHECK(all.rejected == 0);
  CHECK(all.titles == 20'841);
  CHECK(all.ids.size() == 21'578);
  // The counts of the set's notes, and its 334 dirty dates where they belong.
  CHECK(all.months == std::map<std::string, std::size_t>{{"1987-02", 229},
                                                         {"1987-03", 11'544},
                                                         {"1987-04", 5'661},
                                                         {"1987-06", 2'552},
                                                         {"1987-10", 1'592}});
}

TEST_CASE("real data: BBC, the first line is the title") {
  const auto path = shared_data("news/bbc");
  if (!path) {
    MESSAGE("skipped: no shared data");
    return;
  }
  std::size_t articles = 0;
  std::size_t first_line = 0;
  for (const char* topic : {"business", "entertainment", "politics", "sport", "tech"}) {
    const auto reading = dateline::testing::read_all({(*path / topic).string()});
    CHECK(reading.problems.empty());
    for (const Article& article : reading.articles) {
      ++articles;
      const std::string text = dateline::testing::read_file(article.id);
      std::string line = text.substr(0, text.find('\n'));
      dateline::readers::clean_text(line);
      first_line += article.title == dateline::readers::collapse_spaces(line) ? 1 : 0;
    }
  }
  CHECK(articles == 2'225);
  CHECK(first_line == 2'225);
}

TEST_CASE("real data: tables and TREC, all with their days") {
  struct {
    const char* file;
    std::size_t articles;
    std::size_t titles;
    std::size_t undated;
    const char* month;
    std::size_t in_month;
  } const cases[] = {
      {"news/wikinews/wikinews_2019.csv", 171, 171, 0, "2019-09", 32},
      {"news/wikinews/wikinews_2020.csv", 124, 124, 0, "2020-03", 17},
      {"news/ap/ap.txt", 2'246, 0, 0, "1988-07", 121},
  };
  for (const auto& c : cases) {
    const auto path = shared_data(c.file);
    if (!path) {
      MESSAGE("skipped: no shared data");
      return;
    }
    CAPTURE(c.file);
    Count counted = count(path->string());
    CHECK(counted.articles == c.articles);
    CHECK(counted.ids.size() == c.articles);
    CHECK(counted.titles == c.titles);
    CHECK(counted.bodies == c.articles);
    CHECK(counted.rejected == 0);
    CHECK(counted.months[""] == c.undated);
    CHECK(counted.months[c.month] == c.in_month);
  }
}

TEST_CASE("real data: JSON Lines, compressed") {
  struct {
    const char* file;
    std::size_t articles;
    std::size_t titles;
    std::size_t bodies;
  } const cases[] = {
      {"news/c50.jsonl.gz", 5'000, 0, 5'000},
      {"news/20newsgroups.jsonl.gz", 18'846, 18'844, 18'839},
      {"news/wikipedia-part.jsonl.gz", 24'766, 24'766, 24'766},
  };
  for (const auto& c : cases) {
    const auto path = shared_data(c.file);
    if (!path) {
      MESSAGE("skipped: no shared data");
      return;
    }
    CAPTURE(c.file);
    const Count counted = count(path->string());
    CHECK(counted.articles == c.articles);
    CHECK(counted.ids.size() == c.articles);
    CHECK(counted.titles == c.titles);
    CHECK(counted.bodies == c.bodies);
    CHECK(counted.rejected == 0);
  }
}

}  // namespace
