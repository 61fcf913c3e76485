// Phrases and windows by the positions that an index keeps: alike whatever databases
// keep them, and in whatever way; damage is told.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "index/positions/position_chunk.h"
#include "query/checked_source.h"
#include "query/count_matches.h"
#include "query/phrase_source.h"
#include "query/snapshot_pool.h"
#include "tests/index_testing.h"
#include "tests/old_index.h"
#include "tests/random_choice.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;
using oracle::any_of;
using oracle::below;

const IndexWriterOptions kPlain{.jobs = 1, .annotate = false, .link_names = false};

// Few words, so that they meet.
std::string some_word(std::mt19937& random) {
  static const std::vector<std::string> words = {"oil", "price", "prices", "bank",
                                                 "the", "of",    "START",  "G-20"};
  return any_of(words, random);
}

std::string some_words(std::size_t count, std::mt19937& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : " ") + some_word(random);
  }
  return text;
}

std::vector<Article> some_articles(std::size_t count) {
  std::mt19937 random(1);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back({.id = std::to_string(i),
                        .title = some_words(below(random, 5), random),
                        .body = some_words(1 + below(random, 30), random)});
  }
  return articles;
}

std::string some_place(std::mt19937& random) {
  const std::string phrase = '"' + some_words(2 + below(random, 2), random) + '"';
  switch (below(random, 5)) {
    case 0:
      return '=' + some_word(random) + " NEAR/3 =" + some_word(random);
    case 1:
      return some_word(random) + " ADJ/2 " + phrase;
    case 2:
      return phrase + "~4";
    default:
      return phrase;
  }
}

std::string some_question(std::mt19937& random) {
  const std::string place = '(' + some_place(random) + ')';
  switch (below(random, 6)) {
    case 0:
      return some_word(random) + " -" + place;
    case 1:
      return some_word(random) + " OR " + place;
    case 2:
      return "title:" + place;
    case 3:
      return some_words(3, random);  // What raises articles looks at places, too.
    case 4:
      return some_word(random) + " AND (" + place + " OR " + some_word(random) + ")";
    default:
      return place;
  }
}

// Each article that is found, and its score.
std::string found_by(const Searcher& searcher, const std::string& question) {
  const auto results = searcher.search(parse_query(question).query, {.limit = 1000});
  std::vector<std::string> hits;
  for (const Hit& hit : results.hits) {
    hits.push_back(hit.id + '=' + std::to_string(hit.score));
  }
  std::sort(hits.begin(), hits.end());
  std::string text = std::to_string(results.matches.count);
  for (const std::string& hit : hits) text += ' ' + hit;
  return text;
}

void compare(const Searcher& a, const Searcher& b) {
  std::mt19937 random(2);
  for (int i = 0; i < 200; ++i) {
    const std::string question = some_question(random);
    CAPTURE(question);
    CHECK(found_by(a, question) == found_by(b, question));
  }
}

TEST_CASE("query positions: indexes of now and before answer alike, and mixed") {
  const TempDir folder;
  const auto articles = some_articles(200);
  build(folder / "all", articles, kPlain);
  std::vector<std::string> shards;
  for (std::size_t s = 0; s < 3; ++s) {
    std::vector<Article> part;
    for (std::size_t i = s; i < articles.size(); i += 3) part.push_back(articles[i]);
    shards.push_back(folder / ("shard" + std::to_string(s)));
    build(shards.back(), part, kPlain);
  }
  compare(Searcher(folder / "all"), Searcher(shards));
  make_schema_3(shards[1]);
  compare(Searcher(folder / "all"), Searcher(shards));
  build(folder / "old", articles, kPlain);
  make_schema_3(folder / "old");
  compare(Searcher(folder / "all"), Searcher(folder / "old"));
}

TEST_CASE("query positions: a damaged chunk is an error, and no other word's") {
  const TempDir folder;
  std::vector<Article> articles;
  for (int i = 0; i < 50; ++i) {
    articles.push_back({.id = std::to_string(i), .body = "Oil prices of the bank."});
  }
  build(folder / "x", articles, kPlain);
  {
    Xapian::WritableDatabase database = open_to_write(folder / "x");
    const std::string prefix = positions::key_prefix("prices");
    const std::string key = *database.metadata_keys_begin(prefix);
    const std::string chunk = database.get_metadata(key);
    database.set_metadata(key, chunk.substr(0, chunk.size() / 2));
    database.commit();
  }
  const Searcher searcher(folder / "x");
  const auto count = [&](const std::string& text) {
    return searcher.search(parse_query(text).query).matches.count;
  };
  for (const char* text : {"\"oil prices\"", "oil NEAR/2 prices", "\"prices oil\"~3",
                           "oil -\"oil prices\"", "atleast/2:=prices"}) {
    for (int again = 0; again < 3; ++again) {  // Kept in memory, in the end.
      CAPTURE(text);
      const auto error = error_of([&] { count(text); });
      REQUIRE(error);
      CHECK(error->code() == ErrorCode::kCorrupt);
    }
  }
  CHECK(count("prices") == 50);
  CHECK(count("\"the bank\"") == 50);
}

// Takes each document that it is asked for, and counts them.
class CountingSource : public CheckedSource {
 public:
  CountingSource(const RunLimit& limit, std::shared_ptr<int> asked)
      : CheckedSource(limit), asked_(std::move(asked)) {}
  CountingSource* clone() const override { return new CountingSource(limit(), asked_); }

 private:
  void open(const Xapian::Database&) override {}
  Xapian::docid seek(Xapian::docid docid) override { return docid; }
  bool passes(Xapian::docid) override {
    ++*asked_;
    return false;
  }

  std::shared_ptr<int> asked_;
};

// Seen red with a check() that asks of each document when the time is over.
TEST_CASE("query positions: who finds nothing ends at the deadline, too") {
  const TempDir folder;
  build(folder / "x", some_articles(100), kPlain);
  const SnapshotPool pool({folder / "x"});
  pool.run([](Snapshot& snapshot) {
    using Xapian::Query;
    const auto asked = [&] {
      const auto count = std::make_shared<int>(0);
      auto* source = new CountingSource(snapshot.run_limit(), count);
      const Query query(Query::OP_FILTER, Query("the"), Query(source->release()));
      CHECK(count_matches(snapshot, query) == 0);
      return *count;
    };
    CHECK(asked() > 50);
    CHECK_FALSE(snapshot.was_cut());
    snapshot.set_deadline(Deadline(std::chrono::milliseconds(0)));
    CHECK(asked() <= 1);
    CHECK(snapshot.was_cut());
    return 0;
  });
}

TEST_CASE("query positions: a phrase is found by itself, too") {
  const TempDir folder;
  build(folder / "x",
        {{.id = "1", .body = "oil oil price"},
         {.id = "2", .body = "price oil"},
         {.id = "3", .body = "oil of price"},
         {.id = "4", .body = "the oil price"}},
        kPlain);
  const SnapshotPool pool({folder / "x"});
  pool.run([](Snapshot& snapshot) {
    CHECK(count_matches(snapshot, phrase_source({"oil", "price"})) == 2);
    CHECK(count_matches(snapshot, phrase_source({"oil", "oil"})) == 1);
    CHECK(count_matches(snapshot, phrase_source({"oil", "oil", "price"})) == 1);
    CHECK(count_matches(snapshot, phrase_source({"oil", "zebra"})) == 0);
    return 0;
  });
}

}  // namespace
