// Ranking by words in memory gives what Xapian gives, to the last step of a score.

#include "query/word_ranking.h"

#include <dateline/index_writer.h>
#include <dateline/query.h>
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "query/matching_docids.h"
#include "query/query_compiler.h"
#include "query/ranked_matches.h"
#include "query/recently_used.h"
#include "query/scored_postings.h"
#include "query/snapshot.h"
#include "tests/index_testing.h"
#include "tests/random_choice.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;
using oracle::below;
using oracle::one_in;

// Forms of one stem, words in capitals, and words without a stem.
const std::vector<std::string> kWords = {
    "bank", "banks",  "banking", "rate",  "rates", "rated", "START", "start", "starts",
    "oil",  "oils",   "treaty",  "G20",   "1987",  "und",   "the",   "The",   "war",
    "wars", "Warsaw", "zebra",   "rarer", "who",   "WHO",   "us",    "US",    "grain"};

// The first words are in most articles, the last in few.
std::string some_word(std::mt19937& random) {
  const std::size_t most = below(random, kWords.size()) + 1;
  return kWords[below(random, most)];
}

// Neighbours of which one is rare are compared by their places.
std::string rare_word(std::mt19937& random) {
  return kWords[kWords.size() - 1 - below(random, 8)];
}

std::string some_words(std::size_t count, std::mt19937& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : one_in(random, 9) ? ". " : " ") + some_word(random);
  }
  return text;
}

Article some_article(std::size_t number, std::mt19937& random) {
  return {.id = "a" + std::to_string(number),
          .title = some_words(below(random, 4), random),
          .body = some_words(1 + below(random, below(random, 2) == 0 ? 6 : 60), random),
          .published = Date{2023, 1 + static_cast<int>(below(random, 3)),
                            1 + static_cast<int>(below(random, 28))},
          .source = one_in(random, 3) ? "AP" : "Post",
          .language = one_in(random, 10) ? "de" : "en"};
}

// Some articles replaced and some removed, so that numbers are missing.
std::string some_index(const TempDir& folder, const std::string& name,
                       std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  IndexWriter writer(folder / name,
                     {.jobs = 1, .annotate = false, .link_names = false});
  for (std::size_t i = 0; i < count; ++i) writer.add(some_article(i, random));
  writer.commit();
  for (std::size_t i = 0; i < count / 20; ++i) {
    writer.add(some_article(below(random, count), random));
    writer.remove("a" + std::to_string(below(random, count)));
  }
  writer.commit();
  return folder / name;
}

std::string some_filter(std::mt19937& random) {
  const std::string filters[] = {"lang:de", "published:2023-01", "source:AP",
                                 "published:2023-01-20..2023-02-10"};
  return filters[below(random, 4)];
}

// Of one word, of several, and of none.
std::string some_pattern(std::mt19937& random) {
  const std::string patterns[] = {
      "bank*", "ra*",    "*s",   "war?", "title:o*",
      "rate~", "wars~2", "zeb*", "xyz*", "title:(b* OR us*)"};
  return patterns[below(random, 10)];
}

std::string some_query(std::mt19937& random, int depth = 0) {
  const std::size_t kind = below(random, depth > 2 ? 7 : 15);
  if (kind < 2) return some_word(random);
  if (kind == 2) return "=" + some_word(random);
  if (kind == 3) return '"' + some_words(2 + below(random, 2), random) + '"';
  if (kind == 4) return some_filter(random);
  if (kind == 6) return some_pattern(random);
  if (kind == 5) return rare_word(random) + " " + some_word(random);
  const char* const joints[] = {" AND ", " OR ", " ", " -"};
  std::string text = some_query(random, depth + 1);
  const std::string joint = joints[below(random, 4)];
  for (std::size_t parts = 1 + below(random, 3); parts > 0; --parts) {
    text += joint + some_query(random, depth + 1);
  }
  return depth == 0 ? text : "(" + text + ")";
}

std::string described(const RankedMatches& matches,
                      const std::vector<Xapian::docid>& all) {
  std::string text = std::to_string(matches.count) + ":";
  for (const RankedMatch& match : matches.page) {
    // In steps: whole numbers.
    text += " " + std::to_string(match.docid) + "=" +
            std::to_string(match.score / kScoreStep);
  }
  text += " of";
  for (const Xapian::docid docid : all) text += " " + std::to_string(docid);
  return text;
}

struct Asked {
  std::size_t by_words = 0;
  std::size_t with_places = 0;
};

// Asks both for `text`; the first page, one from the middle, and a whole.
void compare(const Snapshot& snapshot, const CompiledQuery& compiled,
             std::mt19937& random, Asked& asked) {
  const std::size_t documents = snapshot.database().get_doccount();
  const std::pair<std::size_t, std::size_t> pages[] = {
      {0, 10}, {below(random, 40), 1 + below(random, 30)}, {0, documents}};
  const bool one = snapshot.shards().size() == 1;
  for (const auto& [first, count] : pages) {
    std::vector<Xapian::docid> of_words;
    std::vector<Xapian::docid> of_xapian;
    const auto by_words = rank_by_words(snapshot, *compiled.words, first, count,
                                        one ? &of_words : nullptr);
    if (!by_words) return;
    const auto by_xapian = rank_matches(snapshot, {compiled.query}, {}, first, count,
                                        one ? &of_xapian : nullptr);
    CHECK(described(*by_words, of_words) == described(by_xapian, of_xapian));
  }
  const auto all = matching_docids(snapshot, compiled.query);
  CHECK(count_by_words(snapshot, compiled.words->tree) == all.size());
  if (one) CHECK(find_by_words(snapshot, compiled.words->tree) == all);
  ++asked.by_words;
  if (!compiled.words->bonuses.empty()) ++asked.with_places;
}

Asked compare_many(const std::vector<std::string>& paths, std::size_t queries,
                   unsigned seed, const SearcherOptions& options = {}) {
  Snapshot snapshot(paths);
  snapshot.set_cache(std::make_shared<RevisionCache>(options));
  std::mt19937 random(seed);
  Asked asked;
  for (std::size_t i = 0; i < queries; ++i) {
    const std::string text = some_query(random);
    INFO(text);
    const Query query = parse_query(text).query;
    const CompiledQuery compiled =
        compile_query(query.root(), snapshot, {.any = one_in(random, 4)});
    if (compiled.words) compare(snapshot, compiled, random, asked);
  }
  return asked;
}

#ifdef NDEBUG
constexpr std::size_t kQueries = 1500;
#else
constexpr std::size_t kQueries = 300;
#endif

// Seen red with a bonus counted in documents that lack its word, with places looked at
// for the first ten only, and with pages that begin one later.
TEST_CASE("word ranking: random queries are ranked as by Xapian") {
  const TempDir folder;
  const std::string index = some_index(folder, "x", 3000, 1);
  const Asked asked = compare_many({index}, kQueries, 2);
  CHECK(asked.by_words * 4 > kQueries);
  CHECK(asked.with_places * 20 > kQueries);
}

TEST_CASE("word ranking: so they are where next to nothing is kept") {
  const TempDir folder;
  const std::string index = some_index(folder, "x", 500, 8);
  CHECK(compare_many({index}, kQueries / 5, 9, {.memory = 5000}).by_words > 0);
}

// Words that have other stems in other languages, one of them in every article: there
// Xapian may read a list of all articles instead of the word's own. Seen red with the
// articles of the stems added up.
TEST_CASE("word ranking: stems of several languages count as one word") {
  const TempDir folder;
  std::mt19937 random(11);
  IndexWriter writer(folder / "x", {.jobs = 1, .annotate = false, .link_names = false});
  const std::vector<std::string> languages = {"en", "de", "fr", "es"};
  const std::vector<std::string> forms = {"nation", "nations", "national", "nationale",
                                          "rates",  "rated",   "finance",  "finances"};
  for (std::size_t i = 0; i < 400; ++i) {
    std::string body = "nations nations";
    for (std::size_t words = below(random, 9); words > 0; --words) {
      body += ' ' + forms[below(random, forms.size())];
    }
    writer.add({.id = std::to_string(i),
                .title = one_in(random, 3) ? forms[below(random, forms.size())] : "",
                .body = body,
                .language = languages[below(random, languages.size())]});
  }
  writer.commit();
  Snapshot snapshot({folder / "x"});
  snapshot.set_cache(std::make_shared<RevisionCache>());
  Asked asked;
  for (const std::string& a : forms) {
    for (const std::string& b : forms) {
      for (const std::string& text :
           {a, a + " AND " + b, a + " OR " + b, a + " -" + b}) {
        INFO(text);
        const Query query = parse_query(text).query;
        const CompiledQuery compiled = compile_query(query.root(), snapshot);
        REQUIRE(compiled.words.has_value());
        compare(snapshot, compiled, random, asked);
      }
    }
  }
  CHECK(asked.by_words > 200);
}

// Xapian crashed here where NOT of an OR with an AND in it was an OP_XOR.
TEST_CASE("word ranking: so they are over several indexes") {
  const TempDir folder;
  const std::vector<std::string> indexes = {some_index(folder, "x", 1000, 3),
                                            some_index(folder, "y", 300, 4)};
  CHECK(compare_many(indexes, kQueries / 3, 5).by_words * 6 > kQueries / 3);
}

TEST_CASE("word ranking: what is not of words alone is left to Xapian") {
  const TempDir folder;
  Snapshot snapshot({some_index(folder, "x", 20, 6)});
  snapshot.set_cache(std::make_shared<RevisionCache>());
  const struct {
    std::string query;
    bool of_words;
  } cases[] = {
      {"bank", true},
      {"=banks", true},
      {"START AND bank", true},
      {"bank AND (grain OR oil) AND NOT (war oil)", true},
      {"bank -(grain OR oil)", true},
      {"", false},
      {"-bank", false},
      {"\"bank rate\" -\"oil price\"", true},
      {"\"bank rate\" OR oil", true},
      {"\"bank rate\"~3", false},
      {"bank*", true},
      {"bank~", true},
      {"atleast/2:bank*", false},
      {"bank* NEAR rate", false},
      {"rates", true},  // Stemmed otherwise in German.
      {"bank NEAR rate", false},
      {"title:bank", false},
      {"bank lang:en", true},
      {"bank -lang:en", true},
      {"bank published:2023", true},
      {"lang:en", false},
      {"atleast/2:bank", false},
      // "bank" raises where "rate" is not, too.
      {"(bank AND rate) OR oil", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    const Query query = parse_query(c.query).query;
    CHECK(compile_query(query.root(), snapshot).words.has_value() == c.of_words);
  }
}

TEST_CASE("word ranking: documents out of order are damage") {
  CHECK_NOTHROW(require_rising(std::vector<Xapian::docid>{}, 0));
  CHECK_NOTHROW(require_rising(std::vector<Xapian::docid>{1, 2, 9}, 9));
  for (const std::vector<Xapian::docid>& docids :
       {std::vector<Xapian::docid>{0}, {1, 1}, {2, 1}, {1, 2, 10}}) {
    CHECK_THROWS_AS(require_rising(docids, 9), Xapian::DatabaseCorruptError);
  }
}

// Seen red where the names were not counted.
TEST_CASE("word ranking: what is kept counts with its name") {
  RecentlyUsed<ScoredPostings> kept(10'000);
  const auto value = std::make_shared<const ScoredPostings>();
  const auto name = [](char c) { return std::string(2000, c); };
  for (char c = 'a'; c <= 'e'; ++c) kept.keep(name(c), value);
  CHECK(kept.find(name('e')) != nullptr);
  CHECK(kept.find(name('d')) != nullptr);
  CHECK(kept.find(name('c')) == nullptr);
}

TEST_CASE("word ranking: it waits until it is worth the while") {
  const TempDir folder;
  Snapshot snapshot({some_index(folder, "x", 11000, 7)});
  snapshot.set_cache(std::make_shared<RevisionCache>());
  const Query query = parse_query("zebra").query;
  const CompiledQuery compiled = compile_query(query.root(), snapshot);
  const auto ask = [&] {
    return rank_by_words(snapshot, *compiled.words, 0, 10, nullptr);
  };
  CHECK_FALSE(ask().has_value());
  ask();
  CHECK(ask().has_value());
}

}  // namespace
