// The built command's facets, pairs and export.

#include <doctest/doctest.h>
#include <libxml/parser.h>

#include <string>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::kArticles;
using dateline::testing::keys;
using dateline::testing::lines;
using dateline::testing::Newsroom;
using dateline::testing::Outcome;
using nlohmann::json;

// Twelve articles: six of a strike, all of which name two people; the same two terminal
// escapes, a formula and a wide character in names and titles.
std::string strike_articles() {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    const bool strike = i < 6;
    json article = {{"id", "s" + std::to_string(i)},
                    {"title", strike ? "=Strike\u001b[31m <" + std::to_string(i) + ">"
                                     : "Weather " + std::to_string(i)},
                    {"published", "2023-03-0" + std::to_string(1 + i % 5)},
                    {"body", strike ? "A strike.\nSecond line." : "It rained."},
                    {"topics", json::array({strike ? "labour" : "weather", "@all"})}};
    json names = json::array();
    names.push_back({{"kind", "org"}, {"name", "Town & <Hall>"}});
    if (strike) {
      names.push_back({{"kind", "person"}, {"name", "=Ann\u202e Lee"}});
      names.push_back({{"kind", "person"}, {"name", "田中花子"}});
    }
    article["names"] = names;
    text += article.dump() + "\n";
  }
  return text;
}

class StrikeRoom : public CommandRunner {
 public:
  StrikeRoom() {
    const Outcome outcome =
        run({"index", dir().write("strike.jsonl", strike_articles())});
    if (outcome.code != 0) throw std::runtime_error("index failed: " + outcome.err);
  }
};

void check_harmless(const std::string& text) {
  for (const char* bad : {"\u001b", "\u009b", "\u202e"})
    CHECK_FALSE(contains(text, bad));
}

TEST_CASE("command facets: what is typical") {
  if (!CommandRunner::is_built()) return;
  const StrikeRoom room;
  const auto shown = lines(
      room.run({"facets", "strike", "--rank", "typical", "--by", "topic,org"}).out);
  REQUIRE(shown.size() == 4);  // "@all" and the town hall are everywhere.
  CHECK(shown[2] == "topic (1 of 2)");
  CHECK(shown[3].starts_with("  labour  6 of 6  █"));
  const Outcome csv = room.run({"facets", "strike", "--rank", "typical", "--by",
                                "topic,published:year", "--format", "csv"});
  CHECK(csv.out ==
        "facet,value,count,in_index,score\r\ntopic,labour,6,6,16.6355\r\n"
        "published:year,2023,6,,\r\n");
  const json found = json::parse(room.run({"facets", "strike", "--rank", "typical",
                                           "--by", "topic", "--format", "json"})
                                     .out);
  const json& value = found.at("facets").at("topic")[0];
  CHECK(keys(value) == std::vector<std::string>{"count", "in_index", "score", "value"});
  CHECK(value.at("score").get<double>() == doctest::Approx(16.6355));
  CHECK(lines(room.run({"facets", "--by", "topic", "--min", "7"}).out).size() == 4);
}

TEST_CASE("command facets: nothing of an article reaches the terminal as a command") {
  if (!CommandRunner::is_built()) return;
  const StrikeRoom room;
  for (const char* format : {"text", "csv", "json"}) {
    const auto out =
        room.run({"facets", "--by", "person,org,topic", "--format", format}).out;
    CHECK(contains(out, "Town & <Hall>"));
    if (std::string(format) != "json") check_harmless(out);
  }
  // Wide characters take two columns.
  const auto shown = lines(room.run({"facets", "--by", "person"}).out);
  REQUIRE(shown.size() == 5);
  CHECK(shown[3].starts_with("  =Ann Lee  6  █"));
  CHECK(shown[4].starts_with("  田中花子  6  █"));
}

TEST_CASE("command pairs: text, CSV and JSON") {
  if (!CommandRunner::is_built()) return;
  const StrikeRoom room;
  const Outcome text = room.run({"pairs"});
  CHECK(text.code == 0);
  check_harmless(text.out);
  const auto shown = lines(text.out);
  REQUIRE(shown.size() == 6);
  CHECK(shown[0] == "12 articles: every article");
  CHECK(shown[1] == "3 pairs");
  CHECK(shown[3].starts_with("  Town & <Hall>  =Ann Lee  6  █"));
  CHECK(shown[5].starts_with("  =Ann Lee       田中花子  6  █"));

  // The town hall meets both everywhere: that is chance.
  const Outcome csv = room.run({"pairs", "--rank", "typical", "--format", "csv"});
  CHECK(csv.out ==
        "first_kind,first,first_count,second_kind,second,second_count,count,likelihood,"
        "dice\r\nperson,'=Ann Lee,6,person,田中花子,6,6,16.6355,1\r\n");
  CHECK(lines(room.run({"pairs", "--top", "1"}).out)[1] == "1 of 3 pairs");
  CHECK(room.run({"pairs", "--min", "7"}).code == 1);
  CHECK(room.run({"pairs", "--kinds", "place"}).code == 1);
  CHECK(room.run({"pairs", "--kinds", "person", "--where", "topic=labour"}).code == 0);

  const json found = json::parse(
      room.run({"pairs", "strike", "--kinds", "org,person", "--format", "json"}).out);
  CHECK(keys(found) == std::vector<std::string>{"format_version", "found", "matches",
                                                "pairs", "query"});
  CHECK(found.at("found") == 3);
  const json& pair = found.at("pairs")[0];
  CHECK(keys(pair) == std::vector<std::string>{"count", "dice", "likelihood", "names"});
  CHECK(pair.at("count") == 6);
  CHECK(pair.at("names")[0].at("kind") == "person");
  CHECK(pair.at("names")[0].at("count") == 6);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST_CASE("command pairs: GraphML is valid XML with a node for each name") {
  if (!CommandRunner::is_built()) return;
  const StrikeRoom room;
  const std::string graph = room.run({"pairs", "--format", "graphml"}).out;
  xmlDocPtr document =
      xmlReadMemory(graph.data(), static_cast<int>(graph.size()), "graph.xml", nullptr,
                    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
  REQUIRE(document != nullptr);
  xmlFreeDoc(document);
  check_harmless(graph);
  CHECK(count_of(graph, "<node ") == 3);
  CHECK(count_of(graph, "<edge ") == 3);
  CHECK(contains(
      graph,
      R"(<data key="label">Town &amp; &lt;Hall&gt;</data><data key="kind">org)"));
  CHECK(contains(graph, R"(source="n0" target="n1"><data key="weight">6</data>)"));
  const std::string none = room.run({"pairs", "zyzzyva", "--format", "graphml"}).out;
  CHECK(contains(none, "</graphml>"));
}

// What answers questions about an index: counts and facets, as CSV.
std::string answers(const CommandRunner& room, const std::string& index) {
  std::string all;
  for (const char* query : {"", "treaty", "person:Lavrov", "published:2023",
                            "about:2010", "strike OR flood"}) {
    all += room.run({"facets", query, "--index", index, "--top", "0", "--format", "csv",
                     "--by",
                     "person,org,place,thing,source,author,topic,lang,published:day,"
                     "mentioned:day"})
               .out;
    all += room.run({"search", query, "--index", index, "--format", "csv"}).out;
  }
  return all;
}

TEST_CASE("command export: what JSON Lines hold answers as the index did") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const std::string more =
      strike_articles() +
      // The day is found in the address, and found again.
      R"({"id":"u1","title":"Harbour","url":"https://x.example/2021/05/06/harbour","body":"The ferry left on Thursday."})"
      "\n";
  REQUIRE(room.run({"index", room.dir().write("more.jsonl", more)}).code == 0);
  const Outcome exported = room.run({"export"});
  CHECK(exported.code == 0);
  CHECK(exported.err == "");
  CHECK(lines(exported.out).size() == 16);
  CHECK_FALSE(contains(exported.out, "\u001b"));
  const std::string copy = room.dir() / "copy.db";
  const Outcome read =
      room.run({"index", room.dir().write("out.jsonl", exported.out), "--index", copy});
  CHECK(read.code == 0);
  CHECK(answers(room, copy) == answers(room, room.index()));
  // What was exported is what is exported again, in whatever order.
  auto before = lines(exported.out);
  auto after = lines(room.run({"export", "--index", copy}).out);
  std::ranges::sort(before);
  std::ranges::sort(after);
  CHECK(after == before);

  for (const std::string& line : before) {
    const json article = json::parse(line);
    CHECK(article.at("format_version") == 1);
    if (article.at("id") != "u1") continue;
    CHECK(article.at("published") == "2021-05-06");
    CHECK(article.at("published_from") == "url");
  }
}

TEST_CASE("command export: CSV, fields, filters") {
  if (!CommandRunner::is_built()) return;
  const StrikeRoom room;
  const Outcome csv = room.run({"export", "strike", "--format", "csv", "--fields",
                                "id,title,topics,found_person,body"});
  const auto shown = lines(csv.out);
  REQUIRE(shown.size() == 7);
  CHECK(shown[0] == "id,title,topics,found_person,body\r");
  CHECK(
      shown[1] ==
      "s0,'=Strike[31m <0>,labour; @all,'=Ann Lee; 田中花子,A strike. Second line.\r");
  check_harmless(csv.out);
  const Outcome whole = room.run({"export", "--format", "csv", "--bom"});
  CHECK(whole.out.starts_with("\uFEFFid,title,published,published_from,source,"));
  CHECK(lines(whole.out).size() == 13);
  CHECK(lines(room.run({"export", "--where", "topic=weather"}).out).size() == 6);
  CHECK(lines(room.run({"export", "id:s3", "--fields", "id,published,mentioned"}).out)
            .at(0) ==
        R"({"format_version":1,"id":"s3","published":"2023-03-04","mentioned":[]})");

  const struct {
    CommandRunner::Words words;
    int code;
    const char* says;
  } cases[] = {
      {{"export", "zyzzyva"}, 1, ""},
      {{"export", "--fields", "id,tilte"},
       2,
       "no field 'tilte'; did you mean 'title'?"},
      {{"export", "--fields", ""}, 2, "no field ''"},
      {{"export", "--bom"}, 2, "--bom is for --format csv only"},
      {{"export", "--format", "xml"}, 2, "jsonl or csv, not 'xml'"},
      {{"export", "--where", "sauce=AP"}, 2, "There is no facet 'sauce'"},
      {{"pairs", "--kinds", "person,dog"}, 2, "'dog' is no kind of names"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.says);
    const Outcome outcome = room.run(c.words);
    CHECK(outcome.code == c.code);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, c.says));
  }
}

}  // namespace
