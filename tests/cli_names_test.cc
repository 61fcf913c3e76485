// dateline names, and names in the rest of the command: as a script would use them.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::lines;
using dateline::testing::Outcome;
using nlohmann::json;

// Names are given, so that nothing depends on what is found in the text; and nothing
// but a correction makes one entity of any two.
constexpr const char* kLavrovs =
    R"({"id":"a1","title":"One","body":"Text.","names":[{"kind":"person","name":"Sergei Lavrov"},{"kind":"place","name":"Minsk"}]}
{"id":"a2","title":"Two","body":"Text.","names":[{"kind":"person","name":"Sergei Lavrov"},{"kind":"org","name":"Minsk"}]}
{"id":"a3","title":"Three","body":"Text.","names":[{"kind":"person","name":"Zed Sorokin"},{"kind":"person","name":"Ann Lee"},{"kind":"org","name":"=Odd \"Name\""}]}
)";

// A runner with kLavrovs in its index.
class Newsroom : public CommandRunner {
 public:
  Newsroom() {
    const Outcome outcome =
        run({"index", "--no-names", dir().write("news.jsonl", kLavrovs)});
    if (outcome.code != 0) throw std::runtime_error("index failed: " + outcome.err);
  }

  json names(Words words) const {
    words.insert(words.begin(), "names");
    words.insert(words.end(), {"--format", "json"});
    const json document = json::parse(run(words).out);
    CHECK(document.at("format_version") == 1);
    return document;
  }

  // Makes one of two names by hand.
  void merge() const {
    CHECK(run({"names", "--merge", "sergei lavrov", "Zed Sorokin"}).code == 0);
  }
};

const json kMerged = {{"kind", "person"},
                      {"value", "Sergei Lavrov"},
                      {"count", 3},
                      {"spellings", {{"Sergei Lavrov", 2}, {"Zed Sorokin", 1}}}};

TEST_CASE("command names: every entity with its spellings, in four formats") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  room.merge();
  const json all = room.names({});
  CHECK(all.at("found") == 5);
  CHECK(all.at("near") == json::array());
  REQUIRE(all.at("names").size() == 5);
  CHECK(all.at("names")[0] == kMerged);
  CHECK(all.at("names")[1].at("value") == "Ann Lee");
  CHECK(room.names({"--kind", "person", "--limit", "1"}).at("found") == 2);
  CHECK(room.names({"--kind", "person", "--limit", "1"}).at("names").size() == 1);
  CHECK(room.names({"--sort", "name"}).at("names")[0].at("value") == "Ann Lee");

  const Outcome text = room.run({"names"});
  CHECK(text.code == 0);
  CHECK(text.out ==
        "person\n"
        "  Sergei Lavrov (3): Sergei Lavrov 2, Zed Sorokin 1\n"
        "  Ann Lee (1)\n"
        "\n"
        "org\n"
        "  =Odd \"Name\" (1)\n"
        "  Minsk (1)\n"
        "\n"
        "place\n"
        "  Minsk (1)\n");
  CHECK(room.run({"names", "--limit", "1", "--kind", "person"}).out ==
        "person (1 of 2)\n  Sergei Lavrov (3): Sergei Lavrov 2, Zed Sorokin 1\n");
  const auto rows = lines(room.run({"names", "--format", "jsonl"}).out);
  REQUIRE(rows.size() == 5);
  json first = json::parse(rows[0]);
  CHECK(first.at("format_version") == 1);
  first.erase("format_version");
  CHECK(first == kMerged);
  const auto cells = lines(room.run({"names", "zed", "--format", "csv"}).out);
  CHECK(cells == std::vector<std::string>{"kind,value,count,spelling,articles\r",
                                          "person,Sergei Lavrov,3,Sergei Lavrov,2\r",
                                          "person,Sergei Lavrov,3,Zed Sorokin,1\r"});
  CHECK(contains(room.run({"names", "odd*", "--format", "csv"}).out, "kind,value"));
  CHECK(contains(room.run({"names", "=odd*", "--format", "csv"}).out,
                 "org,\"'=Odd \"\"Name\"\"\",1,"));
}

TEST_CASE("command names: patterns, and names that are near") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  CHECK(room.names({"sergei", "lavrov"}).at("found") == 1);
  CHECK(room.names({"minsk"}).at("found") == 2);
  CHECK(room.names({"min*"}).at("found") == 2);
  CHECK(room.names({"min"}).at("found") == 0);
  const Outcome none = room.run({"names", "Lavrof"});
  CHECK(none.code == 1);
  CHECK(none.out == "");
  CHECK(none.err ==
        "dateline: No name in the index fits 'Lavrof'; did you mean 'Sergei "
        "Lavrov'?\n");
  CHECK(room.names({"Lavrof"}).at("near") == json({"Sergei Lavrov"}));
  const Outcome things = room.run({"names", "--kind", "thing"});
  CHECK(things.code == 1);
  CHECK(things.err == "dateline: The index has no names of that kind.\n");
}

TEST_CASE("command names: corrections by hand, and back") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const Outcome merged = room.run({"names", "--merge", "Sergei Lavrov", "ZED SOROKIN"});
  CHECK(merged.code == 0);
  CHECK(merged.out ==
        "Made one, by hand:\n"
        "  Sergei Lavrov (3): Sergei Lavrov 2, Zed Sorokin 1\n"
        "Take it back with: dateline names --kind person --forget 'ZED SOROKIN'\n");
  CHECK(room.names({"zed"}).at("names")[0] == kMerged);
  // Facets, filters and queries follow; so do rebuilds.
  for (int round = 0; round < 2; ++round) {
    const json facets =
        json::parse(room.run({"facets", "--by", "person:1", "--format", "json"}).out);
    CHECK(facets.at("facets").at("person")[0].at("count") == 3);
    CHECK(room.run({"facets", "--by", "person:1", "--format", "csv"}).out ==
          "facet,value,count\r\nperson,Sergei Lavrov,3\r\n");
    CHECK(contains(room.run({"facets", "--by", "person:1"}).out,
                   "\n    Sergei Lavrov 2, Zed Sorokin 1\n"));
    const Outcome found = room.run({"search", "person:\"Zed Sorokin\""});
    CHECK(contains(found.out, "= Sergei Lavrov / Zed Sorokin (3)"));
    CHECK(room.run({"index", "--rebuild", "--no-names", "news.jsonl"}).code == 0);
  }

  const Outcome split = room.run({"names", "--split", "Zed Sorokin"});
  CHECK(contains(split.out, "Made to stand alone, by hand:\n  Zed Sorokin (1)\n"));
  CHECK(contains(split.out, "--forget 'Zed Sorokin'"));
  CHECK(room.names({"sergei"}).at("names")[0].at("count") == 2);
  const Outcome forgotten = room.run({"names", "--forget", "Zed Sorokin"});
  CHECK(forgotten.code == 0);
  CHECK(contains(forgotten.out, "Left to the evidence again:\n  Zed Sorokin (1)\n"));
  const Outcome nothing = room.run({"names", "--forget", "Zed Sorokin"});
  CHECK(nothing.code == 1);
  CHECK(contains(nothing.err, "Nothing was said of that"));
  CHECK(room.run({"names", "--relink"}).out == "Linked 6 names, of 6 entities.\n");
}

TEST_CASE("command names: why two names are one, or are not") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const Outcome two = room.run({"names", "--why", "Sergei Lavrov", "Zed Sorokin"});
  CHECK(two.code == 1);
  CHECK(lines(two.out).at(0).starts_with("They are two"));
  room.merge();
  const Outcome one = room.run({"names", "--why", "Sergei Lavrov", "Zed Sorokin"});
  CHECK(one.code == 0);
  CHECK(contains(one.out, "by a correction made by hand"));
  const json why = room.names({"--why", "Sergei Lavrov", "Zed Sorokin"});
  CHECK(why.at("linked") == true);
  CHECK(why.at("kind") == "person");
  CHECK(why.at("names") == json({"Sergei Lavrov", "Zed Sorokin"}));
  CHECK(why.at("evidence").is_array());
}

TEST_CASE("command names: what cannot be done is one sentence") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const struct {
    CommandRunner::Words words;
    int code;
    const char* says;
  } cases[] = {
      {{"--merge", "Sergei Lavrov"}, 2, "Give --merge two names or more."},
      {{"--split"}, 2, "Give --split a name."},
      {{"--why", "Minsk"}, 2, "Give --why two names."},
      {{"--relink", "Minsk"}, 2, "--relink takes no names."},
      {{"--merge", "--split", "a", "b"}, 2, "Choose one of --merge and --split."},
      {{"--split", "Minsk"},
       2,
       "The names can be 'org' or 'place'; say which by --kind."},
      {{"--merge", "Sergei Lavrov", "Zed Sorokim"},
       1,
       "No article has the name 'Zed Sorokim'; did you mean 'Zed Sorokin'?"},
      {{"--merge", "Sergei Lavrov", "Minsk"},
       1,
       "These names are not all of one kind."},
      {{"--merge", "Sergei Lavrov", "Minsk", "--kind", "person"},
       1,
       "No article has the name 'Minsk'"},
      {{"--merge", "Minsk", "minsk", "--kind", "org"}, 2, "nothing to merge"},
      {{"--kind", "animal"}, 2, "all, person, org, place or thing, not 'animal'"},
  };
  for (const auto& c : cases) {
    CommandRunner::Words words = c.words;
    words.insert(words.begin(), "names");
    const Outcome outcome = room.run(words);
    CAPTURE(outcome.err);
    CHECK(outcome.code == c.code);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, c.says));
  }
  CHECK(room.names({}).at("found") == 6);
}

}  // namespace
