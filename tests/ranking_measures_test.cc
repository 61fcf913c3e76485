// The measures of rankings, worked out by hand, and how judged sets are read.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "benchmarks/judged_set.h"
#include "benchmarks/ranking_measures.h"
#include "tests/testing.h"

namespace {

using namespace dateline::bench;
using dateline::testing::shared_data;
using dateline::testing::TempDir;
using Ranking = std::vector<std::string>;

TEST_CASE("ranking measures: by hand") {
  // Gains 3, 2 and 1; the judged zero and what was not judged count nothing.
  const Judgements judged = {{"a", 3}, {"b", 2}, {"c", 1}, {"zero", 0}, {"minus", -1}};
  REQUIRE(relevant_in(judged) == 3);
  // 1/log2(2), 1/log2(3), 1/log2(4), 1/log2(5).
  constexpr double kSecond = 0.6309297535714575;
  constexpr double kThird = 0.5;
  constexpr double kFourth = 0.4306765580733931;
  constexpr double kBest = 3 + 2 * kSecond + 1 * kThird;
  const struct {
    Ranking ranking;
    double precision;          // At 4.
    double average_precision;  // (1/3) sum of precision at each relevant one.
    double ndcg;               // At 4.
  } cases[] = {
      {{}, 0, 0, 0},
      {{"x", "y", "z", "zero", "minus"}, 0, 0, 0},
      {{"a", "b", "c"}, 3.0 / 4, 1, 1},
      {{"c", "b", "a"}, 3.0 / 4, 1, (1 + 2 * kSecond + 3 * kThird) / kBest},
      {{"a"}, 1.0 / 4, 1.0 / 3, 3 / kBest},
      {{"x", "a", "zero", "b"},
       2.0 / 4,
       (1.0 / 2 + 2.0 / 4) / 3,
       (3 * kSecond + 2 * kFourth) / kBest},
      // Behind the fourth place only average precision looks.
      {{"a", "x", "y", "z", "b"}, 1.0 / 4, (1.0 + 2.0 / 5) / 3, 3 / kBest},
  };
  for (const auto& c : cases) {
    CAPTURE(c.ranking.size());
    CHECK(precision_at(4, c.ranking, judged) == doctest::Approx(c.precision));
    CHECK(average_precision(c.ranking, judged) == doctest::Approx(c.average_precision));
    CHECK(ndcg_at(4, c.ranking, judged) == doctest::Approx(c.ndcg));
  }
}

TEST_CASE("ranking measures: the best order is cut at the same depth") {
  const Judgements judged = {{"a", 1}, {"b", 1}, {"c", 1}};
  CHECK(ndcg_at(1, Ranking{"c", "x"}, judged) == doctest::Approx(1));
  CHECK(ndcg_at(2, Ranking{"x", "c"}, judged) ==
        doctest::Approx(0.6309297535714575 / 1.6309297535714575));
}

TEST_CASE("ranking measures: nothing relevant, nothing gained") {
  const Judgements judged = {{"a", 0}};
  CHECK(relevant_in(judged) == 0);
  CHECK(average_precision(Ranking{"a"}, judged) == 0);
  CHECK(ndcg_at(10, Ranking{"a"}, judged) == 0);
  CHECK(precision_at(0, Ranking{"a"}, judged) == 0);
}

TEST_CASE("judged sets: the words of a question") {
  const struct {
    std::string text;
    std::string words;
  } cases[] = {
      {"", ""},
      {" U.S . POLICY TOWARD\nDIEM'S REGIME .", "U.S POLICY TOWARD DIEM'S REGIME"},
      {"what methods -dash exact or -dash are /slip flow/ ?",
       "what methods dash exact or dash are slip flow"},
      {"TROOPS AND AID, NOT ARMS OR", "TROOPS AID ARMS"},
      {"\"a (b) c* d:e f~2 'g' .5", "a b c d e f 2 g 5"},
  };
  for (const auto& c : cases) CHECK(plain_words(c.text) == c.words);
}

void write(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << text;
}

TEST_CASE("judged sets: Cranfield's judgements by order, the best degree is 1") {
  const TempDir folder;
  write(folder / "cran/cran.all.1400",
        ".I 1\n.T\nwings in\na stream .\n.A\nx\n.W\nwings in\na stream .\nlift.\n"
        ".I 2\n.T\n.A\n.W\n");
  write(folder / "cran/cran.qry", ".I 001\n.W\nfirst ?\n.I 004\n.W\nsecond\n");
  write(folder / "cran/cranqrel", "2 1 1\n2 7 4 \n2 8 -1\n1 1 5\n");
  const JudgedSet set = read_judged_set(folder / "", "cran");
  REQUIRE(set.articles.size() == 1);  // What has no text is left out.
  CHECK(set.articles[0].title == "wings in a stream .");
  CHECK(set.articles[0].body == "\nlift.\n");
  // The first question has nothing relevant.
  REQUIRE(set.topics.size() == 1);
  CHECK(set.topics[0].text == "second\n");
  CHECK(set.topics[0].judged == Judgements{{"1", 4}, {"7", 1}, {"8", 0}});
}

TEST_CASE("judged sets: what is amiss is told") {
  const TempDir folder;
  CHECK_THROWS_AS(read_judged_set(folder / "", "trec"), std::runtime_error);
  CHECK_THROWS_AS(read_judged_set(folder / "", "cisi"), std::runtime_error);
  write(folder / "cisi/CISI.ALL", ".I 1\n.T\nx\n");
  write(folder / "cisi/CISI.QRY", ".I 1\n.W\nx\n");
  write(folder / "cisi/CISI.REL", " 2 1 0 0.0\n");
  CHECK_THROWS_AS(read_judged_set(folder / "", "cisi"), std::runtime_error);
}

TEST_CASE("judged sets: the published ones") {
  const auto folder = shared_data("ir");
  if (!folder) {
    MESSAGE("skipped: no shared data");
    return;
  }
  const struct {
    const char* name;
    std::size_t articles;
    std::size_t topics;
  } cases[] = {{"time", 423, 79}, {"cran", 1398, 225}, {"cisi", 1460, 76}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const JudgedSet set = read_judged_set(folder->string(), c.name);
    CHECK(set.articles.size() == c.articles);
    CHECK(set.topics.size() == c.topics);
  }
}

}  // namespace
