// A search that may not take long says whether it was ended, and one that was not is
// exact.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "query/count_matches.h"
#include "query/matching_docids.h"
#include "query/near_windows.h"
#include "query/snapshot_pool.h"
#include "tests/index_testing.h"
#include "tests/query_oracle.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;
using std::chrono::milliseconds;

const IndexWriterOptions kPlain{.jobs = 1, .annotate = false, .link_names = false};

std::vector<Article> some_articles(std::size_t count) {
  std::mt19937 random(3);
  return oracle::random_articles(oracle::small_vocabulary(), count, random);
}

std::string described(const Results& results) {
  std::string text = std::to_string(results.matches.count) +
                     (results.matches.exact ? " exactly " : " at least ") +
                     results.reading;
  for (const Hit& hit : results.hits) text += "\n" + hit.id + " " + hit.snippet;
  for (const Facet& facet : results.facets) {
    text += "\n" + facet.kind;
    for (const FacetValue& value : facet.values) {
      text += " " + value.value + "=" + std::to_string(value.count);
    }
  }
  for (const QueryProblem& note : results.notes) text += "\n" + note.message;
  if (results.suggestion) text += "\n" + results.suggestion->query;
  return text;
}

// Seen red with a TimedSource that leaves out the last document.
TEST_CASE("time limit: what is in time is as without one") {
  const TempDir folder;
  build(folder / "x", some_articles(150), kPlain);
  const Searcher searcher(folder / "x");
  const oracle::Vocabulary vocabulary = oracle::small_vocabulary();
  std::mt19937 random(4);
  for (int i = 0; i < 100; ++i) {
    const auto request = oracle::random_request(vocabulary, random);
    const Query query = parse_query(oracle::to_query(request.question)).query;
    SearchOptions options{.limit = 200,
                          .sort = request.sort,
                          .facets = {"source", "person", "published:year"},
                          .fold = i % 3 == 0,
                          .where = request.filters};
    if (i % 5 == 0) options.recency = Recency{.today = Date{2024, 1, 1}};
    const std::string expected = described(searcher.search(query, options));
    options.time_limit = std::chrono::hours(1);
    const Results limited = searcher.search(query, options);
    INFO(query.text());
    CHECK_FALSE(limited.timed_out);
    CHECK(described(limited) == expected);
  }
}

// To compile it takes longer than a millisecond.
Query slow_query() {
  std::string slow = "treaty";
  for (int i = 0; i < 400; ++i) slow += " OR sanctoin" + std::to_string(i) + "~2";
  return parse_query(slow).query;
}

// Seen red without Results::timed_out being set from Snapshot::was_cut().
TEST_CASE("time limit: a search that it ends says so") {
  const TempDir folder;
  build(folder / "x", some_articles(300), kPlain);
  const Searcher searcher(folder / "x");
  const Query query = slow_query();
  for (const bool fold : {false, true}) {
    const Results results = searcher.search(
        query, {.facets = {"source"}, .fold = fold, .time_limit = milliseconds(1)});
    CHECK(results.timed_out);
    CHECK_FALSE(results.matches.exact);
    CHECK(results.matches.count < searcher.search(query).matches.count);
    REQUIRE_FALSE(results.notes.empty());
    CHECK(
        results.notes.back().message ==
        "The search was ended after 1 milliseconds: not all articles were looked at.");
  }
  const auto refused =
      error_of([&] { searcher.search(query, {.time_limit = milliseconds(-1)}); });
  REQUIRE(refused);
  CHECK(refused->code() == ErrorCode::kInvalidArgument);
}

TEST_CASE(
    "time limit: runs end at the deadline, and only these say that they were cut") {
  const TempDir folder;
  build(folder / "x", some_articles(300), kPlain);
  build(folder / "y", some_articles(50), kPlain);
  const SnapshotPool pool({folder / "x", folder / "y"});
  const auto count = [&](const Deadline& deadline, bool& was_cut) {
    return pool.run([&](Snapshot& snapshot) {
      snapshot.set_deadline(deadline);
      const std::size_t found = count_matches(snapshot, Xapian::Query(""));
      CHECK(matching_docids(snapshot, Xapian::Query("")).size() == found);
      was_cut = snapshot.was_cut();
      return found;
    });
  };
  bool was_cut = true;
  CHECK(count(Deadline(), was_cut) == 350);
  CHECK_FALSE(was_cut);
  CHECK(count(Deadline(std::chrono::hours(1)), was_cut) == 350);
  CHECK_FALSE(was_cut);
  CHECK(count(Deadline(milliseconds(0)), was_cut) == 0);
  CHECK(was_cut);
  // The next operation has none.
  pool.run([](Snapshot& snapshot) {
    CHECK_FALSE(snapshot.deadline().is_set());
    CHECK_FALSE(snapshot.was_cut());
    return 0;
  });
}

// Seven of "oil" stand near each other again and again, the eighth never; but for the
// first lines, which are looked at last.
Article long_search() {
  std::string body;
  for (int i = 0; i < 8; ++i) body += "oil ";
  for (int i = 0; i < 300; ++i) {
    for (int filler = 0; filler < 40; ++filler) body += "and ";
    for (int word = 0; word < 7; ++word) body += "oil ";
  }
  return {.id = "long", .title = "Prices", .body = body};
}

constexpr char kSlowNear[] =
    "(oil NEAR/20 oil NEAR/20 oil NEAR/20 oil NEAR/20 oil NEAR/20 oil NEAR/20 oil "
    "NEAR/20 oil)";

TEST_CASE("time limit: the clock is read within an article") {
  const TempDir folder;
  build(folder / "x", {long_search(), {.id = "short", .title = "Prices", .body = "no"}},
        kPlain);
  const Searcher searcher(folder / "x");
  for (const std::string text : {"title:prices ", "title:prices NOT "}) {
    for (const bool fold : {false, true}) {
      const Query query = parse_query(text + kSlowNear).query;
      const Results results =
          searcher.search(query, {.fold = fold, .time_limit = milliseconds(5)});
      CHECK(results.timed_out);
      CHECK_FALSE(results.matches.exact);
      for (const Hit& hit : results.hits) CHECK(hit.id == "short");
    }
  }
}

TEST_CASE("time limit: comparing places ends at the deadline") {
  WordSpans spans;
  for (std::uint32_t cluster = 0; cluster < 5; ++cluster) {
    for (std::uint32_t i = 0; i < 7; ++i) {
      spans.push_back({100 * cluster + i, 100 * cluster + i});
    }
  }
  const std::vector<WordSpans> operands(8, spans);
  const Deadline over(milliseconds(0));
  CHECK(near_windows(operands, {.extra = 20}).empty());
  CHECK_THROWS_AS(near_windows(operands, {.extra = 20}, over), TimeIsUp);
  CHECK_THROWS_AS(has_near_window(operands, {.extra = 20}, over), TimeIsUp);
  CHECK_THROWS_AS(near_members(operands, {.extra = 20}, over), TimeIsUp);
}

std::string described(const Timeline& timeline) {
  std::string text = std::to_string(timeline.matches.count) + timeline.reading;
  for (const TimelinePeriod& period : timeline.periods) {
    text += "\n" + std::to_string(period.count);
    for (const auto& sentence : period.sentences) text += " " + sentence.text;
  }
  return text;
}

std::string described(const NamePairs& pairs) {
  std::string text = std::to_string(pairs.matches.count) + pairs.reading;
  for (const NamePair& pair : pairs.pairs) {
    text += "\n" + pairs.names[pair.first].label + " " +
            pairs.names[pair.second].label + " " + std::to_string(pair.articles);
  }
  return text;
}

TEST_CASE("time limit: timelines, pairs and explanations have one") {
  const TempDir folder;
  build(folder / "x", some_articles(300), kPlain);
  const Searcher searcher(folder / "x");
  const Query query = slow_query();
  const std::string note =
      "The search was ended after 1 milliseconds: not all articles were looked at.";
  const auto check_cut = [&](const auto& result) {
    CHECK(result.timed_out);
    CHECK_FALSE(result.matches.exact);
    REQUIRE_FALSE(result.notes.empty());
    CHECK(result.notes.back().message == note);
  };
  check_cut(searcher.timeline(query, {.time_limit = milliseconds(1)}));
  check_cut(searcher.pairs(query, {.time_limit = milliseconds(1)}));
  const Explanation cut = searcher.explain(query, {.time_limit = milliseconds(1)});
  check_cut(cut);
  CHECK(cut.clauses.empty());  // And not of no article.

  const Query quick = parse_query("treaty").query;
  const auto long_enough = std::chrono::hours(1);
  const Timeline timeline = searcher.timeline(quick, {.time_limit = long_enough});
  CHECK_FALSE(timeline.timed_out);
  CHECK(timeline.matches.exact);
  CHECK(described(timeline) == described(searcher.timeline(quick)));
  const NamePairs pairs = searcher.pairs(quick, {.time_limit = long_enough});
  CHECK_FALSE(pairs.timed_out);
  CHECK(described(pairs) == described(searcher.pairs(quick)));
  CHECK(error_of([&] { searcher.timeline(quick, {.time_limit = milliseconds(-1)}); }));
  CHECK(error_of([&] { searcher.pairs(quick, {.time_limit = milliseconds(-1)}); }));
}

}  // namespace
