// In which order articles are found, and what `any` finds.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/ranked_matches.h"
#include "tests/index_testing.h"
#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::parse_query;
using dateline::Recency;
using dateline::Searcher;
using dateline::SortOrder;
using dateline::testing::build_index;
using dateline::testing::found;
using dateline::testing::search_corpus;
using dateline::testing::TempDir;

// One index for all tests that only read.
const Searcher& searcher() {
  static const TempDir folder;
  static const Searcher made(build_index(folder, search_corpus()));
  return made;
}

TEST_CASE("ranking: any of the words side by side will do") {
  const struct {
    std::string query;
    std::string ids;
    std::string reading;
  } cases[] = {
      {"treaty", "n1 n3 n7", "treaty"},
      {"nuclear flood", "n1 n4 n7", "nuclear OR flood"},
      {"nuclear zebra", "n1 n7", "nuclear OR zebra"},
      {"zebra", "", "zebra"},
      {"\"arms control\" troops", "n1 n5", "\"arms control\" OR troops"},
      {"troops =floods zebra", "n4 n5", "troops OR =floods OR zebra"},

      // A name is its words.
      {"New START", "n1 n2 n3", "New OR START"},

      // What people join themselves stays joined.
      {"nuclear AND flood", "", "nuclear AND flood"},
      {"(nuclear flood) AND insurance", "n4", "(nuclear OR flood) AND insurance"},
      {"(nuclear AND Lavrov) flood", "n1 n4", "(nuclear AND Lavrov) OR flood"},
      {"title:(treaty floods)", "n1 n4", "title:(treaty OR floods)"},

      // Metadata and dates only choose; what is not wanted is left out.
      {"nuclear flood source:AP", "n4", "(nuclear OR flood) AND source:AP"},
      {"nuclear published:2023 flood", "n1", "(nuclear OR flood) AND published:2023"},
      {"nuclear flood -Lavrov", "n4 n7", "(nuclear OR flood) AND NOT Lavrov"},
      {"nuclear -(plants football)", "n1 n7", "nuclear AND NOT (plants AND football)"},
      {"source:AP published:2022", "n4 n6", "source:AP AND published:2022"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(found(searcher(), c.query, {.any = true}) == c.ids);
    const auto results = searcher().search(parse_query(c.query).query, {.any = true});
    CHECK(results.reading == c.reading);
  }
}

TEST_CASE("ranking: with any the more words the higher, and no word is needed") {
  const auto results =
      searcher().search(parse_query("nuclear arms treaty zebra").query, {.any = true});
  const auto ids = dateline::testing::ids(results);
  REQUIRE(ids.size() == 5);
  CHECK((ids[0] == "n1" || ids[0] == "n7"));
  CHECK((ids[1] == "n1" || ids[1] == "n7"));
  CHECK(results.matches.count == 5);
}

TEST_CASE("ranking: any counts, filters and facets by what it finds") {
  const auto results = searcher().search(
      parse_query("nuclear flood").query,
      {.any = true, .facets = {"source"}, .where = {{"source", "AP"}}});
  CHECK(dateline::testing::ids(results) == std::vector<std::string>{"n4"});
  REQUIRE(results.facets.size() == 1);
  CHECK(results.facets[0].values.size() == 2);
}

// Articles with the same words, apart in age; `none` has no day.
std::vector<Article> aged_articles() {
  return {{.id = "d0", .title = "x", .body = "Oil.", .published = Date{2023, 3, 31}},
          {.id = "d30", .title = "x", .body = "Oil.", .published = Date{2023, 3, 1}},
          {.id = "d60", .title = "x", .body = "Oil.", .published = Date{2023, 1, 30}},
          {.id = "later", .title = "x", .body = "Oil.", .published = Date{2023, 4, 9}},
          {.id = "none", .title = "x", .body = "Oil."},
          {.id = "other", .title = "y", .body = "Gas."}};
}

const Recency kMonth = {.today = Date{2023, 3, 31}, .half_life = 30};

TEST_CASE("recency: what age leaves of a score") {
  const double today = dateline::to_days(kMonth.today);
  CHECK(recency_factor(kMonth, today) == 1);
  CHECK(recency_factor(kMonth, today + 9) == 1);
  CHECK(recency_factor(kMonth, today - 30) == doctest::Approx(.75));
  CHECK(recency_factor(kMonth, today - 60) == doctest::Approx(.625));
  CHECK(recency_factor(kMonth, today - 1e6) == doctest::Approx(.5));
  CHECK(recency_factor(kMonth, std::nullopt) == .5);
}

TEST_CASE("recency: of equal matches the newer is first, and says its score") {
  const TempDir folder;
  const Searcher aged(build_index(folder, aged_articles()));
  const auto query = parse_query("oil").query;
  const auto plain = aged.search(query);
  const auto recent = aged.search(query, {.recency = kMonth});
  REQUIRE(plain.hits.size() == 5);
  const double score = plain.hits[0].score;
  const std::vector<std::pair<std::string, double>> expected = {
      {"d0", 1}, {"later", 1}, {"d30", .75}, {"d60", .625}, {"none", .5}};
  REQUIRE(recent.hits.size() == expected.size());
  CHECK(recent.matches.count == 5);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK(recent.hits[i].id == expected[i].first);
    CHECK(recent.hits[i].rank == i + 1);
    CHECK(recent.hits[i].score == doctest::Approx(expected[i].second * score));
  }
}

TEST_CASE("recency: metadata has no scores, and is shown by age") {
  const TempDir folder;
  const Searcher aged(build_index(folder, aged_articles()));
  const auto ids = dateline::testing::ids(
      aged.search(parse_query("published:2023").query, {.recency = kMonth}));
  CHECK(ids == std::vector<std::string>{"d0", "later", "d30", "d60"});
}

TEST_CASE("recency: an order by day is not touched") {
  const TempDir folder;
  const Searcher aged(build_index(folder, aged_articles()));
  const auto query = parse_query("oil").query;
  for (const SortOrder sort : {SortOrder::kNewest, SortOrder::kOldest}) {
    CHECK(
        dateline::testing::ids(aged.search(query, {.sort = sort})) ==
        dateline::testing::ids(aged.search(query, {.sort = sort, .recency = kMonth})));
  }
}

TEST_CASE("recency: what makes no sense is refused") {
  const Recency wrong[] = {
      {.today = Date{}, .half_life = 30},
      {.today = Date{2023, 3}, .half_life = 30},
      {.today = Date{2023, 2, 30}, .half_life = 30},
      {.today = Date{2023, 3, 1}, .half_life = 0},
      {.today = Date{2023, 3, 1}, .half_life = -1},
      {.today = Date{2023, 3, 1}, .half_life = std::numeric_limits<double>::infinity()},
      {.today = Date{2023, 3, 1}, .half_life = std::nan("")}};
  for (const Recency& recency : wrong) {
    const auto error = dateline::testing::error_of(
        [&] { (void)searcher().search({}, {.recency = recency}); });
    REQUIRE(error);
    CHECK(error->code() == dateline::ErrorCode::kInvalidArgument);
  }
}

// Many articles, of which the newest match worst: what is asked for first is not
// enough.
std::vector<Article> many_articles() {
  std::vector<Article> articles;
  const std::int32_t today = dateline::to_days(kMonth.today);
  for (int i = 0; i < 400; ++i) {
    Article article{.id = "a" + std::to_string(i), .title = "x"};
    const int oil = 1 + (i * 7) % 13;
    for (int word = 0; word < 40; ++word) article.body += word < oil ? "oil " : "gas ";
    if (i % 11 != 0) article.published = dateline::from_days(today - (i * 37) % 400);
    articles.push_back(std::move(article));
  }
  return articles;
}

TEST_CASE("recency: pages are cut from the order of all matches by their scores") {
  const TempDir folder;
  auto articles = many_articles();
  const std::vector<Article> front(articles.begin(), articles.begin() + 150);
  const std::vector<Article> back(articles.begin() + 150, articles.end());
  const Searcher whole(build_index(folder, articles));
  const Searcher parts({build_index(folder, front, false, "front.db"),
                        build_index(folder, back, false, "back.db")});
  const auto query = parse_query("oil").query;
  for (const Searcher* one : {&whole, &parts}) {
    // By hand: every match, its score times what its age leaves.
    const auto plain = one->search(query, {.limit = 1000});
    REQUIRE(plain.hits.size() == 400);
    std::map<std::string, double> expected;
    for (const auto& hit : plain.hits) {
      std::optional<double> day;
      if (hit.published.date) day = dateline::to_days(hit.published.date);
      expected[hit.id] = hit.score * recency_factor(kMonth, day);
    }
    const auto all = one->search(query, {.limit = 1000, .recency = kMonth});
    REQUIRE(all.hits.size() == 400);
    for (std::size_t i = 0; i < all.hits.size(); ++i) {
      CHECK(all.hits[i].score == doctest::Approx(expected[all.hits[i].id]));
      if (i > 0) CHECK(all.hits[i].score <= all.hits[i - 1].score);
    }
    for (const std::size_t limit : {1U, 3U, 50U}) {
      for (const std::size_t offset : {0U, 1U, 77U, 390U, 399U, 400U, 5000U}) {
        CAPTURE(limit);
        CAPTURE(offset);
        const auto page =
            one->search(query, {.limit = limit, .offset = offset, .recency = kMonth});
        CHECK(page.matches.count == 400);
        const std::size_t left = 400 - std::min<std::size_t>(offset, 400);
        REQUIRE(page.hits.size() == std::min(limit, left));
        for (std::size_t i = 0; i < page.hits.size(); ++i) {
          CHECK(page.hits[i].id == all.hits[offset + i].id);
          CHECK(page.hits[i].rank == offset + i + 1);
        }
      }
    }
  }
}

}  // namespace
