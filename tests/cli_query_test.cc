// What all commands that take a query have in common: options, what they say of how it
// was understood, and what they say of nonsense.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::lines;
using dateline::testing::Newsroom;
using dateline::testing::Outcome;
using nlohmann::json;

const std::vector<std::string> kQueryCommands = {"search", "facets", "timeline",
                                                 "pairs",  "export", "explain"};

// The options that the help of a command lists, without dashes, and their values.
std::vector<std::pair<std::string, std::string>> options_of(
    const CommandRunner& runner, const std::string& command) {
  std::vector<std::pair<std::string, std::string>> options;
  for (const std::string& line : lines(runner.run({"help", command}).out)) {
    if (!line.starts_with("  --")) continue;
    const std::size_t end = line.find(' ', 4);
    const std::string rest = line.substr(std::min(line.size(), end + 1));
    options.emplace_back(line.substr(4, end - 4), rest.substr(0, rest.find(' ')));
  }
  return options;
}

// Articles that match, by whichever command; `words` follow its name.
std::size_t count(const CommandRunner& room, const std::string& command,
                  CommandRunner::Words words) {
  words.insert(words.begin(), command);
  if (command == "export") return lines(room.run(words).out).size();
  words.insert(words.end(), {"--format", "json"});
  return json::parse(room.run(words).out).at("matches").at("count");
}

TEST_CASE("commands with a query: all have the same options for it") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  for (const std::string& command : kQueryCommands) {
    const auto options = options_of(runner, command);
    for (const char* wanted : {"index", "any", "where", "today", "format"}) {
      CAPTURE(command);
      CAPTURE(wanted);
      CHECK(std::ranges::count(options, wanted,
                               [](const auto& option) { return option.first; }) == 1);
    }
  }
  // What can be searched for can be explained.
  const auto explained = options_of(runner, "explain");
  for (const auto& option : options_of(runner, "search")) {
    CAPTURE(option.first);
    if (option.first == "queries") continue;
    CHECK(std::ranges::count(explained, option.first,
                             [](const auto& other) { return other.first; }) == 1);
  }
}

TEST_CASE("commands with a query: all find the same articles") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const struct {
    CommandRunner::Words words;
    std::size_t articles;
  } cases[] = {
      {{""}, 3},
      {{"treaty", "river"}, 0},
      {{"--any", "treaty", "river"}, 3},
      {{"--any", "treaty", "river", "source:Harbour"}, 2},
      {{"--any", "treaty", "river", "-insurance"}, 2},
      {{"--any", "treaty", "river", "--where", "source=Harbour"}, 2},
      {{"--where", "source=Harbour"}, 2},
      {{"--where", "source=Harbour", "--where", "source=Meridian"}, 3},
      {{"--where", "source=Harbour", "--where", "published=2023"}, 1},
      {{"--where", "person=Sergey Lavrov", "treaty"}, 2},
      {{"--where", "person=Nobody"}, 0},
      {{"published:yesterday", "--today", "2023-03-03"}, 1},
  };
  for (const std::string& command : kQueryCommands) {
    for (const auto& c : cases) {
      CommandRunner::Words words = c.words;
      // Explanations have a query: an empty one.
      if (words.front().starts_with("--")) words.insert(words.begin(), "");
      CAPTURE(command);
      CAPTURE(words);
      CHECK(count(room, command, words) == c.articles);
    }
  }
}

TEST_CASE("commands with a query: all tell what was perhaps meant") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const std::string meant = "did you mean: treaty Lavrov (2 articles)\n";
  for (const std::string& command : kQueryCommands) {
    CAPTURE(command);
    CHECK(contains(room.run({command, "tretay", "Lavrof"}).err, meant));
    if (command == "export") continue;  // Its JSON is articles.
    const json query = room.run_json({command, "tretay", "Lavrof"}).at("query");
    CHECK(query.at("suggestion") == json({{"query", "treaty Lavrov"}, {"count", 2}}));
    CHECK(!room.run_json({command, "treaty"}).at("query").contains("suggestion"));
  }
  CHECK(contains(room.run({"search", "person:\"Sergey V. Lavrov Jr.\""}).err,
                 "did you mean: person:\"Sergey Lavrov\" (2 articles)\n"));
}

TEST_CASE("commands with a query: where nothing has all words, what any would find") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const std::string offer = "note: 3 articles have some of these words; --any shows";
  for (const std::string& command : kQueryCommands) {
    CAPTURE(command);
    CHECK(contains(room.run({command, "treaty", "river"}).err, offer));
    CHECK_FALSE(contains(room.run({command, "treaty"}).err, "--any"));
    CHECK_FALSE(contains(room.run({command, "zyzzyva"}).err, "--any"));
    CHECK_FALSE(
        contains(room.run({command, "--any", "zyzzyva", "xyzzy"}).err, "--any"));
  }
  CHECK(contains(
      room.run({"search", "treaty", "river", "--where", "source=Meridian"}).err,
      "note: 1 article has some of these words; --any shows"));
}

TEST_CASE("commands with a query: what is read is told with the filters") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const CommandRunner::Words filters = {"--where", "source=Harbour",
                                        "--where", "published=2023",
                                        "--where", "source=Meridian"};
  for (const char* command : {"search", "facets", "timeline", "pairs"}) {
    CAPTURE(command);
    CommandRunner::Words words = {command, "treaty"};
    words.insert(words.end(), filters.begin(), filters.end());
    CHECK(room.run_json(words).at("query").at("reading") ==
          "treaty, where source=Harbour or Meridian, published=2023");
  }
  // Names that were chosen may be mistyped.
  CHECK(room.run({"search", "", "--where", "person=Sergey Lavrof"}).err ==
        "note: No article has person=Sergey Lavrof; did you mean Sergey Lavrov?\n");
  CHECK(room.run({"search", "", "--where", "source=Nobody"}).err == "");
  // Operators in small letters are words.
  const auto err = [&](CommandRunner::Words words) { return room.run(words).err; };
  const std::string is_word = " is searched for as a word; the operator is ";
  CHECK(contains(err({"search", "treaty or river"}), "'or'" + is_word + "OR, in"));
  CHECK(contains(err({"search", "treaty not river"}), "'not'" + is_word + "NOT, in"));
  CHECK(contains(err({"search", "treaty and river"}), "'and'" + is_word + "AND, in"));
  CHECK_FALSE(contains(err({"search", "Blinken and Lavrov"}), is_word));
  CHECK_FALSE(contains(err({"search", "\"treaty or\" river"}), is_word));
  CHECK_FALSE(contains(err({"search", "or"}), is_word));
}

TEST_CASE("search --any: the best match first, words marked") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json found = room.run_json({"search", "--any", "why did the river flood"});
  CHECK(found.at("query").at("reading") == "why OR did OR the OR river OR flood");
  REQUIRE(found.at("hits").size() == 3);  // All have "the".
  CHECK(found.at("hits")[0].at("id") == "flood-1");
  CHECK(contains(found.at("hits")[0].at("snippet"), "<b>river</b> <b>flooded</b>"));
  CHECK(found.at("hits")[0].at("score") > found.at("hits")[1].at("score"));
}

TEST_CASE("search --recency: newer articles first, by the day of --today") {
  if (!CommandRunner::is_built()) return;
  CommandRunner room;
  // Of one text; the order of ids and of reading is against that of days.
  std::string articles;
  for (const char* day : {"2020-01-01", "2023-02-01", "2023-03-01"}) {
    articles += std::string(R"({"id":"on-)") + day + R"(","published":")" + day +
                R"(","body":"The bridge was closed."})" + "\n";
  }
  REQUIRE(room.run({"index", "-"}, articles).code == 0);
  const auto hits = [&](CommandRunner::Words words) {
    words.insert(words.begin(), {"search", "bridge", "--format", "json"});
    std::vector<std::pair<std::string, double>> result;
    const json found = json::parse(room.run(words).out);
    for (const json& hit : found.at("hits")) {
      result.emplace_back(hit.at("id"), hit.at("score"));
    }
    return result;
  };
  const auto plain = hits({});
  CHECK(plain.front().first == "on-2020-01-01");
  const auto recent = hits({"--recency", "28", "--today", "2023-03-01"});
  REQUIRE(recent.size() == 3);
  CHECK(recent[0].first == "on-2023-03-01");
  CHECK(recent[1].first == "on-2023-02-01");
  CHECK(recent[0].second == doctest::Approx(plain[0].second));
  CHECK(recent[1].second == doctest::Approx(plain[0].second * .75));  // 28 days.
  CHECK(recent[2].second == doctest::Approx(plain[0].second * .5).epsilon(.001));
  // Days to come count as today.
  const auto before = hits({"--recency", "28", "--today", "2023-02-01"});
  CHECK(before[0].second == doctest::Approx(before[1].second));
  for (const char* days : {"0", "-1", "soon", "1.5", "99999999"}) {
    CAPTURE(days);
    const Outcome outcome = room.run({"search", "bridge", "--recency", days});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "'--recency' is a whole number from 1"));
  }
}

TEST_CASE("explain: every stage has its time") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const auto stages = [&](CommandRunner::Words words) {
    words.insert(words.begin(), {"explain", "treaty"});
    std::vector<std::string> result;
    const json found = room.run_json(words);
    for (const json& time : found.at("times")) {
      CHECK(time.at("microseconds") >= 0);
      result.push_back(time.at("stage"));
    }
    return result;
  };
  using Stages = std::vector<std::string>;
  CHECK(stages({}) ==
        Stages{"parse", "compile", "match", "snippets", "notes, did you mean"});
  CHECK(stages({"--facet", "person", "--fold"}) ==
        Stages{"parse", "compile", "match and fold", "snippets", "facets",
               "notes, did you mean"});
  // It explains the search that the options describe.
  CHECK(room.run_json({"explain", "treaty", "--where", "source=Harbour"})
            .at("matches")
            .at("count") == 1);
  CHECK(
      contains(room.run({"explain", "--any", "treaty river"}).out, "treaty OR river"));
}

TEST_CASE("facets --rank typical --count stories: both sides are stories") {
  if (!CommandRunner::is_built()) return;
  CommandRunner room;
  // Twelve stories of labour, each with a copy elsewhere, and twelve of the weather.
  std::string articles;
  for (int i = 0; i < 24; ++i) {
    std::string text = i < 12 ? "A strike began at plant" : "Rain fell on town";
    for (int word = 0; word < 40; ++word) {
      text += " w" + std::to_string(i) + "x" + std::to_string(word);
    }
    for (int copy = 0; copy < (i < 12 ? 2 : 1); ++copy) {
      const json article = {{"id", std::to_string(i) + "-" + std::to_string(copy)},
                            {"title", "Report"},
                            {"published", "2023-03-0" + std::to_string(1 + copy)},
                            {"topics", json::array({i < 12 ? "labour" : "weather"})},
                            {"body", text + "."}};
      articles += article.dump() + "\n";
    }
  }
  REQUIRE(room.run({"index", "-"}, articles).code == 0);
  const std::pair<const char*, const char*> cases[] = {
      {"articles", "topic,labour,24,24,"}, {"stories", "topic,labour,12,12,"}};
  for (const auto& c : cases) {
    CAPTURE(c.first);
    const Outcome csv = room.run({"facets", "strike", "--by", "topic", "--rank",
                                  "typical", "--count", c.first, "--format", "csv"});
    REQUIRE(lines(csv.out).size() == 2);
    CHECK(lines(csv.out)[1].starts_with(c.second));
  }
  // 2 * 24 * ln 2: all of twelve against none of twelve.
  CHECK(contains(room.run({"search", "strike", "--facet", "topic", "--rank", "typical",
                           "--count", "stories", "--format", "json"})
                     .out,
                 "\"score\": 33.27"));
}

// Values that nobody should type.
const std::vector<std::string> kOddValues = {"",
                                             "-",
                                             "--",
                                             "=",
                                             "0",
                                             "-1",
                                             "1e9",
                                             "99999999999999999999",
                                             "\x01\x1b[31m",
                                             "\xff\xfe",
                                             "💥",
                                             ",,",
                                             ":",
                                             "..",
                                             "%s%n",
                                             "a=b=c",
                                             "2023-13-45",
                                             std::string(5000, 'x')};

TEST_CASE("commands: odd values of every option give an answer or one sentence") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  std::size_t next = 0;
  for (const char* command :
       {"search", "facets", "timeline", "pairs", "export", "explain", "similar", "show",
        "names", "annotate", "info", "remove", "index"}) {
    for (const auto& [option, value] : options_of(room, command)) {
      if (option == "index" || option == "rejects") continue;  // These make files.
      for (int i = 0; i < 3; ++i) {
        const std::string odd = kOddValues[next++ % kOddValues.size()];
        const std::string typed = "--" + option + "=" + odd;
        CAPTURE(command);
        CAPTURE(typed);
        const Outcome outcome = room.run({command, "treaty", typed});
        CAPTURE(outcome.err);
        CHECK(outcome.code >= 0);
        CHECK(outcome.code <= 2);
        CHECK_FALSE(contains(outcome.err, "\x1b"));
        if (outcome.code != 2) continue;
        CHECK(outcome.out == "");
        REQUIRE(lines(outcome.err).size() == 1);
        CHECK(outcome.err.starts_with("dateline: "));
        CHECK((outcome.err.ends_with(".\n") || outcome.err.ends_with("?\n")));
      }
    }
  }
}

}  // namespace
