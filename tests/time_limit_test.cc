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

// Seen red without Results::timed_out being set from Snapshot::was_cut().
TEST_CASE("time limit: a search that it ends says so") {
  const TempDir folder;
  build(folder / "x", some_articles(300), kPlain);
  const Searcher searcher(folder / "x");
  std::string slow;  // To compile it takes longer than a millisecond.
  for (int i = 0; i < 60; ++i) slow += "OR sanctoin" + std::to_string(i) + "~2 ";
  const Query query = parse_query("treaty " + slow).query;
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

}  // namespace
