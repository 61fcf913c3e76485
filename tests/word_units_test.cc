// What neighbouring words of a query mean together.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "index/text/analyzer.h"
#include "query/word_units.h"

namespace {

using dateline::QueryNode;
using dateline::WordUnit;

// "New START treaty" as the nodes of a run, with their places.
std::vector<QueryNode> nodes_of(std::string_view text) {
  std::vector<QueryNode> nodes;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    nodes.push_back({.kind = QueryNode::Kind::kWord,
                     .text = std::string(text.substr(begin, end - begin)),
                     .offset = begin,
                     .length = end - begin});
    begin = end + 1;
  }
  return nodes;
}

std::string shown(const dateline::WordSequence& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word.capitals.empty() ? word.word : word.capitals;
  }
  return text;
}

std::string shown(const WordUnit& unit) {
  switch (unit.kind) {
    case WordUnit::Kind::kWord:
      return shown(unit.words);
    case WordUnit::Kind::kExact:
      return "=" + shown(unit.words);
    case WordUnit::Kind::kJoined:
      return unit.joined.word + "|" + shown(unit.words);
    case WordUnit::Kind::kPhrase:
      return "\"" + shown(unit.words) + "\"";
    case WordUnit::Kind::kName:
      return "<" + shown(unit.words) + ">";
  }
  return {};
}

// The units of a run in an index that knows some names.
std::string read(std::string_view text) {
  static const std::set<std::string, std::less<>> names = {
      "New START",         "New York",       "New York Times",   "Sergei Lavrov",
      "York Times Square", "Group of Seven", "Coca-Cola Company"};
  dateline::text::Analyzer analyzer("en");
  const auto nodes = nodes_of(text);
  QueryNode root{.kind = QueryNode::Kind::kRun, .children = nodes};
  dateline::WordReader reader{
      .analyzer = analyzer,
      .capitals = dateline::capitals_matter(&root, analyzer),
      .is_name = [](std::string_view name) { return names.contains(name); }};
  std::vector<const QueryNode*> dropped;
  std::string result;
  for (const WordUnit& unit : dateline::read_words(nodes, reader, dropped)) {
    if (!result.empty()) result += ' ';
    result += shown(unit);
  }
  for (const QueryNode* node : dropped) result += " -" + node->text;
  return result;
}

TEST_CASE("word units: how a run is cut") {
  const struct {
    std::string text;
    std::string units;
  } cases[] = {
      {"nuclear treaty", "nuclear treaty"},
      {"New START treaty", "<new START> treaty"},
      // The longest name from the left wins.
      {"New York Times Square", "<new york times> square"},
      {"old York Times Square", "old <york times square>"},
      {"Sergei Lavrov New York", "<sergei lavrov> <new york>"},
      {"the Group of Seven met", "the <group of seven> met"},
      // Capitals mean something only beside other words.
      {"NATO", "nato"},
      {"NATO EU", "nato eu"},
      {"NATO summit", "NATO summit"},
      {"US and EU", "US and EU"},
      {"U.S. troops", "US troops"},
      {"us troops", "us troops"},
      // One form, however it is typed.
      {"G20 summit", "g20 summit"},
      {"G-20 summit", "g20|g 20 summit"},
      {"G 20 summit", "g20|g 20 summit"},
      {"COVID-19 cases", "covid19|covid 19 cases"},
      {"COVID19 cases", "covid19 cases"},
      {"face-to-face talks", "facetoface|face to face talks"},
      // What holds no word is left out.
      {"war & peace", "war peace -&"},
      {"&", " -&"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.units);
  }
}

TEST_CASE("word units: where they stand in the query") {
  dateline::text::Analyzer analyzer("en");
  dateline::WordReader reader{
      .analyzer = analyzer,
      .is_name = [](std::string_view name) { return name == "New START"; }};
  const auto nodes = nodes_of("the New START treaty");
  std::vector<const QueryNode*> dropped;
  const auto units = dateline::read_words(nodes, reader, dropped);
  REQUIRE(units.size() == 3);
  CHECK(units[1].shown == "New START");
  CHECK(units[1].offset == 4);
  CHECK(units[1].length == 9);
}

TEST_CASE("word units: names are looked up a bounded number of times") {
  dateline::text::Analyzer analyzer("en");
  int lookups = 0;
  dateline::WordReader reader{.analyzer = analyzer,
                              .is_name =
                                  [&](std::string_view) {
                                    ++lookups;
                                    return false;
                                  },
                              .name_lookups = 50};
  std::string text;
  for (int i = 0; i < 200; ++i) text += "word ";
  const auto nodes = nodes_of(text);
  std::vector<const QueryNode*> dropped;
  CHECK(dateline::read_words(nodes, reader, dropped).size() == 200);
  CHECK(lookups == 50);
}

TEST_CASE("word units: phrases") {
  dateline::text::Analyzer analyzer("en");
  const struct {
    std::string text;
    bool exact;
    std::string unit;
    std::vector<std::string> alternatives;
  } cases[] = {
      {"arms control", false, "\"arms control\"", {}},
      {"New START", false, "\"new START\"", {}},
      {"treaty", false, "=treaty", {}},
      {"treaty", true, "=treaty", {}},
      {"START", true, "=start", {}},
      {"face-to-face talks", false, "\"face to face talks\"", {"facetoface talks"}},
      {"G-20", false, "\"g 20\"", {"g20"}},
      {"G-20 co-operation",
       false,
       "\"g 20 co operation\"",
       {"g20 co operation", "g 20 cooperation", "g20 cooperation"}},
      {"G20 summit", false, "\"g20 summit\"", {"g 20 summit"}},
      {"G-20 summit", false, "\"g 20 summit\"", {"g20 summit"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    dateline::WordReader reader{.analyzer = analyzer};
    const auto unit = dateline::read_phrase(
        {.kind = QueryNode::Kind::kPhrase, .text = c.text, .exact = c.exact}, reader);
    REQUIRE(unit);
    CHECK(shown(*unit) == c.unit);
    std::vector<std::string> alternatives;
    for (const auto& words : unit->alternatives) alternatives.push_back(shown(words));
    CHECK(alternatives == c.alternatives);
  }
  dateline::WordReader reader{.analyzer = analyzer};
  CHECK_FALSE(dateline::read_phrase({.text = "- ?!"}, reader));
}

}  // namespace
