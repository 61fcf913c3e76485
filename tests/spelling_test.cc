// Words that look like a word, which of them was meant, and the query that is offered.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "query/near_names.h"
#include "query/spelling.h"
#include "query/vocabulary.h"
#include "tests/search_corpus.h"

namespace {

using dateline::characters_of;
using dateline::eighths_of_log2;
using dateline::likely_spellings;
using dateline::Searcher;
using dateline::slips_between;
using dateline::StringTable;
using dateline::Suggestion;
using dateline::Vocabulary;
using dateline::testing::build_index;
using dateline::testing::search_corpus;
using dateline::testing::TempDir;

Vocabulary vocabulary(const std::map<std::string, std::uint32_t>& articles) {
  StringTable words;
  std::vector<std::uint32_t> counts;
  for (const auto& [word, count] : articles) {
    words.add(word);
    counts.push_back(count);
  }
  return Vocabulary(std::move(words), std::move(counts));
}

std::string best(const Vocabulary& words, std::string_view typed) {
  const auto spellings = likely_spellings(words, typed, 1);
  return spellings.empty() ? "" : spellings.front().word;
}

TEST_CASE("vocabulary: near words are those that comparing each one finds") {
  std::mt19937 random(7);
  const auto draw = [&random](std::size_t n) { return random() % n; };
  const auto word = [&] {
    std::string text;
    for (std::size_t i = 1 + draw(7); i > 0; --i) {
      text += static_cast<char>('a' + draw(3));
    }
    return text;
  };
  std::map<std::string, std::uint32_t> articles;
  for (int i = 0; i < 400; ++i) articles[word()] = 1;
  const Vocabulary words = vocabulary(articles);
  for (int i = 0; i < 300; ++i) {
    const std::string typed = word();
    for (std::size_t most = 0; most <= 3; ++most) {
      std::map<std::string, std::size_t> expected;
      for (const auto& [one, count] : articles) {
        const std::size_t edits = dateline::edits_between(typed, one, most);
        if (edits <= most) expected[one] = edits;
      }
      std::map<std::string, std::size_t> found;
      for (const auto& one : words.near(typed, most)) {
        found[std::string(one.word)] = one.edits;
      }
      CAPTURE(typed);
      CHECK(found == expected);
    }
  }
}

TEST_CASE("vocabulary: edits are of characters, and hostile words cost nothing") {
  const Vocabulary words = vocabulary({{"лавров", 5},
                                       {"лавровы", 1},
                                       {"東京", 2},
                                       {std::string(200, 'a'), 1},
                                       {"b", 1}});
  REQUIRE(words.near("лаврофф", 2).size() == 2);  // A byte is not a character.
  CHECK(words.near("лаврофф", 2)[0].edits == 2);
  CHECK(words.near("лавроф", 1)[0].word == "лавров");
  CHECK(words.near("東", 1).size() == 2);  // 東京 by a character, b by a change.
  CHECK(words.near(std::string(200, 'a'), 3).empty());
  CHECK(words.near("", 3).empty());
  CHECK(words.near("\xFF\xFE", 1).empty());
  CHECK(vocabulary({}).near("a", 1).empty());
}

TEST_CASE("spelling: logarithms in eighths") {
  CHECK(eighths_of_log2(1) == 0);
  CHECK(eighths_of_log2(2) == 8);
  CHECK(eighths_of_log2(3) == 12);
  CHECK(eighths_of_log2(1024) == 80);
  for (std::size_t n = 1; n < 5000; ++n) {
    CHECK(eighths_of_log2(n) <= eighths_of_log2(n + 1));
  }
}

TEST_CASE("spelling: some slips are easier than others") {
  const auto slips = [](std::string_view meant, std::string_view typed) {
    return slips_between(characters_of(meant), characters_of(typed));
  };
  CHECK(slips("treaty", "treaty") == 0);
  CHECK(slips("committee", "comittee") < slips("treaty", "teaty"));
  CHECK(slips("president", "presedent") < slips("treaty", "trebty"));
  CHECK(slips("their", "thier") < slips("their", "thbir"));
  CHECK(slips("market", "marget") > 0);
  CHECK(slips("treaty", "xreaty") > slips("treaty", "treatx"));
  CHECK(slips("", "ab") > slips("", "a"));
  CHECK(slips("lavrov", "lavrof") < slips("lavrov", "lavrot"));
}

TEST_CASE("spelling: the likelier word is offered") {
  const Vocabulary words = vocabulary({{"government", 2000},
                                       {"governments", 100},
                                       {"lavrov", 5},
                                       {"nuclear", 300},
                                       {"size", 50},
                                       {"seize", 40},
                                       {"siege", 3},
                                       {"the", 9000},
                                       {"tomorrow", 200},
                                       {"tommorrow", 2},
                                       {"zzzz", 1}});
  const struct {
    const char* typed;
    const char* meant;
  } cases[] = {
      {"goverment", "government"},
      {"govermnent", "government"},
      {"goverments", "governments"},
      {"lavrof", "lavrov"},
      {"nucler", "nuclear"},
      {"nuclaer", "nuclear"},
      {"tommorow", "tomorrow"},
      {"teh", "the"},
      {"th", ""},
      {"zzzzqq", ""},
      {"incomprehensible", ""},
      {"", ""},
      {"the", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.typed);
    CHECK(best(words, c.typed) == c.meant);
  }
  const auto three = likely_spellings(words, "seize", 3);
  CHECK(std::none_of(three.begin(), three.end(),
                     [](const auto& one) { return one.word == "seize"; }));
}

// The floor of the table in benchmarks/, with the words that were meant as the index:
// on a real one spelling_bench counts.
TEST_CASE("spelling: the table of misspellings") {
  std::ifstream file(dateline::testing::source_dir() / "benchmarks/misspellings.tsv");
  std::vector<std::pair<std::string, std::string>> pairs;
  std::map<std::string, std::uint32_t> articles;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    if (line.find(' ') != std::string::npos) continue;
    pairs.emplace_back(dateline::text::fold(line.substr(0, tab)), line.substr(tab + 1));
    articles[pairs.back().second] = 100;
  }
  REQUIRE(pairs.size() > 190);
  const Vocabulary words = vocabulary(articles);
  std::size_t right = 0;
  for (const auto& [typed, meant] : pairs) right += best(words, typed) == meant;
  CHECK(right * 100 >= pairs.size() * 97);
}

TEST_CASE(
    "suggestion: the whole query, as it would be typed, where it finds anything") {
  const TempDir folder;
  const Searcher searcher(build_index(folder, search_corpus()));
  const struct {
    const char* typed;
    const char* query;
    std::size_t count;
  } cases[] = {
      {"treety", "treaty", 3},
      {"nucler treaty", "nuclear treaty", 2},
      {"Lavrof", "Lavrov", 3},
      {"\"new strat\" OR Genevva", "\"new start\" OR Geneva", 2},
      {"New Strat AND Lavrow", "New Start AND Lavrov", 1},
      {"title:sumit", "title:summit", 1},
      {"pakistn -floods", "", 0},  // Would find nothing, either.
      {"treaty -nucler", "", 0},   // What is left out is left alone.
      {"person:Lavrof", "person:\"Evgeny Lavrov\"", 1},
      {"(tretay) AND published:2023", "(treaty) AND published:2023", 2},
      {"=tretay", "=treaty", 3},
      {"G-21", "", 0},
      {"\"new strat\"~3 AND tretay", "\"new start\"~3 AND treaty", 2},
      {"nuclear NEAR/9 tretay", "nuclear NEAR/9 treaty", 2},
      {"tretay~ tret*", "", 0},
      {"treaty", "", 0},
      {"", "", 0},
      {"qqqqqqqq", "", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.typed);
    const auto query = dateline::parse_query(c.typed).query;
    const auto found = searcher.search(query, {.limit = 0}).suggestion;
    CHECK((found ? found->query : "") == c.query);
    CHECK((found ? found->count : 0) == c.count);
    if (!found) continue;
    // What is offered finds as much when it is typed.
    const auto again = dateline::parse_query(found->query).query;
    CHECK(searcher.search(again, {.limit = 0}).matches.count == found->count);
  }
  const auto query = dateline::parse_query("treety").query;
  const auto filtered =
      searcher.search(query, {.limit = 0, .where = {{"source", "AP"}}}).suggestion;
  CHECK(!filtered);
  const auto some =
      searcher.search(query, {.limit = 0, .where = {{"source", "Reuters"}}}).suggestion;
  CHECK(some == Suggestion{"treaty", 2});
}

TEST_CASE("suggestion: a rare word beside a frequent one is doubted") {
  const TempDir folder;
  std::vector<dateline::Article> articles;
  for (int i = 0; i < 120; ++i) {
    articles.push_back({.id = std::to_string(i), .body = "The government met.\n"});
  }
  articles.push_back({.id = "wrong", .body = "The goverment met.\n"});
  articles.push_back({.id = "strikers", .body = "The governmenta met.\n"});
  const Searcher searcher(build_index(folder, std::move(articles)));
  const auto suggested = [&searcher](const char* text) {
    return searcher.search(dateline::parse_query(text).query).suggestion;
  };
  CHECK(suggested("goverment") == Suggestion{"government", 120});
  CHECK(!suggested("government"));
  CHECK(!suggested("governmenta"));  // It may be another form.
}

}  // namespace
