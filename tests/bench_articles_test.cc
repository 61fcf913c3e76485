// The articles that the engines of the comparison share, and how they read a query.

#include <doctest/doctest.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "benchmarks/engines/articles.h"
#include "benchmarks/engines/engine.h"
#include "tests/testing.h"

namespace {

using namespace dateline::bench;
using dateline::testing::TempDir;

TEST_CASE("bench articles: what is written is read again") {
  const PlainArticle cases[] = {
      {},
      {"a1", "A title", "Some text.", "1987-03-02", "Reuters", {"earn", "acq"}},
      {"a\"2\\", "tab\tand \"quotes\"", "line\nline\r\n\x01 \x1F \\n", "", "", {}},
      {"a3", "Škoda — 東京", "\xF0\x9F\x93\xB0 \xC2\xA0", "", "ein \"Blatt\"", {""}},
  };
  for (const PlainArticle& article : cases) {
    const std::string line = to_json_line(article);
    CAPTURE(line);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(from_json_line(line) == article);
  }
}

TEST_CASE("bench articles: lines of others") {
  CHECK(from_json_line(R"({"title":"x","more":{"a":[1]},"id":"i"})") ==
        PlainArticle{"i", "x", "", "", "", {}});
  for (const char* bad : {"", "{", "[]", R"({"title":1})", R"({"topics":"x"})",
                          R"({"topics":[1]})", R"({"id":"a"} {"id":"b"})"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(from_json_line(bad), std::runtime_error);
  }
}

TEST_CASE("bench articles: a file") {
  const TempDir folder;
  const std::string path = folder.path() / "articles.jsonl";
  std::ofstream(path) << R"({"id":"a"})"
                      << "\n\n"
                      << R"({"id":"b"})"
                      << "\nbroken\n";
  ArticleFile file(path);
  PlainArticle article;
  REQUIRE(file.next(article));
  CHECK(article.id == "a");
  REQUIRE(file.next(article));
  CHECK(article.id == "b");
  try {
    file.next(article);
    FAIL("the broken line was read");
  } catch (const std::runtime_error& error) {
    CHECK(std::string(error.what()).find("articles.jsonl:4: ") != std::string::npos);
  }
  CHECK_THROWS_AS(ArticleFile(folder.path() / "none"), std::runtime_error);
}

TEST_CASE("bench articles: days as numbers") {
  CHECK(day_number("1987-03-02") == 19870302);
  CHECK(day_number("") == 0);
  CHECK(day_number("1987-03") == 0);
  CHECK(month_of("1987-03-02") == "1987-03");
  CHECK(month_of("").empty());
}

TEST_CASE("bench questions: kinds and texts") {
  using Words = std::vector<std::string>;
  const struct {
    const char* kind;
    const char* text;
    QueryKind meaning;
    Words words;
  } cases[] = {
      {"term", "oil", QueryKind::kTerm, {"oil"}},
      {"term_high", "oil", QueryKind::kTerm, {"oil"}},
      {"and", "oil price", QueryKind::kAnd, {"oil", "price"}},
      // Not a kind of its own: and_count is.
      {"and_high", "oil price", QueryKind::kAnd, {"oil", "price"}},
      {"and_count", "oil price", QueryKind::kAndCount, {"oil", "price"}},
      {"and_count_mid", "oil price", QueryKind::kAndCount, {"oil", "price"}},
      {"or", "oil price", QueryKind::kOr, {"oil", "price"}},
      {"phrase_three", "price of oil", QueryKind::kPhrase, {"price", "of", "oil"}},
      {"prefix", "sanc", QueryKind::kPrefix, {"sanc"}},
      {"range", "oil 1987-03-01 1987-03-15", QueryKind::kRange, {"oil"}},
      {"facet_all", "*", QueryKind::kFacet, {}},
      {"facet", "oil", QueryKind::kFacet, {"oil"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.kind);
    const Question question = parse_question(c.kind, c.text);
    CHECK(question.kind == c.meaning);
    CHECK(question.words == c.words);
  }
  const Question range = parse_question("range", "oil 1987-03-01 1987-03-15");
  CHECK(range.first_day == "1987-03-01");
  CHECK(range.last_day == "1987-03-15");
  const struct {
    const char* kind;
    const char* text;
  } bad[] = {{"", "oil"},
             {"terms", "oil"},
             {"term", ""},
             {"range", "oil"},
             {"range", "oil 1 2"}};
  for (const auto& c : bad) {
    CAPTURE(c.kind);
    CHECK_THROWS_AS(parse_question(c.kind, c.text), std::runtime_error);
  }
}

TEST_CASE("bench questions: the best values, those of equal counts by name") {
  std::vector<std::pair<std::string, std::uint64_t>> values = {{"b", 2}, {"a", 2}};
  for (int i = 0; i < 12; ++i) values.emplace_back("x" + std::to_string(10 + i), 1);
  values.emplace_back("most", 9);
  keep_best(values);
  REQUIRE(values.size() == kBest);
  CHECK(values[0].first == "most");
  CHECK(values[1].first == "a");
  CHECK(values[2].first == "b");
  CHECK(values[9].first == "x16");
}

}  // namespace
