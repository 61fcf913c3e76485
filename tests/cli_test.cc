// The built command, run as a script would run it: what it prints, where, and what it
// ends with. cli_index_test.cc has `index`, cli_terminal_test.cc what a person sees.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::keys;
using dateline::testing::lines;
using dateline::testing::Newsroom;
using dateline::testing::Outcome;
using nlohmann::json;

TEST_CASE("command: what cannot be done is one sentence, and exit status 2") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("empty.txt", "");
  runner.dir().write("folder/file", "x");
  const struct {
    CommandRunner::Words words;
    int code;
    const char* says;
  } cases[] = {
      {{"serch", "x"}, 2, "did you mean 'search'?"},
      {{"frobnicate"}, 2, "no command 'frobnicate'; 'dateline help' lists them"},
      {{"search", "--lim", "3", "x"}, 2, "did you mean '--limit'?"},
      {{"search", "--xyzzy", "x"}, 2, "go after a lone '--'"},
      {{"search", "x", "--operands", "y"}, 2, "no option '--operands'"},
      {{"search", "x", "--limit"}, 2, "'--limit' needs a value"},
      {{"search", "x", "--limit="}, 2, "'--limit' needs a value"},
      {{"search", "x", "--limit", "many"}, 2, "whole number"},
      {{"search", "x", "--limit", "-1"}, 2, "whole number"},
      {{"search", "x", "--limit", "99999999999999999999999"}, 2, "whole number"},
      {{"search", "x", "--format", "xml"}, 2, "text, json, jsonl or csv, not 'xml'"},
      {{"search", "x", "--sort", "best"}, 2, "relevance, newest or oldest"},
      {{"search", "x", "--today", "2023-02-29"}, 2, "a day that exists"},
      {{"search", "x", "--today", "2023-02"}, 2, "a day that exists"},
      {{"search", "x", "--where", "person"}, 2, "KIND=VALUE"},
      {{"search", "x", "--facet", "person,,org"}, 2, "A facet is missing"},
      {{"search"}, 2, "Type a query"},
      {{"search", "x", "--queries", "empty.txt"}, 2, "not both"},
      {{"show"}, 2, "type 'dateline show ID'"},
      {{"show", "a", "b"}, 2, "type 'dateline show ID'"},
      {{"remove"}, 2, "type 'dateline remove ID...'"},
      {{"info", "x"}, 2, "type 'dateline info"},
      {{"search", "--help=yes"}, 2, "takes no value"},
      {{"completions", "ksh"}, 2, "no completions for 'ksh'"},
      {{"index", "nowhere.jsonl"}, 2, "'nowhere.jsonl' cannot be read"},
      {{"index", "--add", "--rebuild", "empty.txt"}, 2, "one of --add and --rebuild"},
      {{"index", "--jobs", "0", "empty.txt"}, 2, "whole number from 1"},
      {{"index", "empty.txt", "--rejects", "no/such/file"}, 2, "cannot be written"},
      {{"index", "empty.txt"}, 1, "No article was found"},
      {{"annotate", "nowhere.txt"}, 2, "'nowhere.txt' cannot be read"},
      {{"annotate", "folder"}, 2, "'folder' cannot be read"},
      {{"annotate", "empty.txt", "--published", "soon"}, 2, "a day that exists"},

      // None of these creates an index where there is none.
      {{"search", "x"}, 2, "news.db"},
      {{"facets"}, 2, "news.db"},
      {{"show", "a"}, 2, "news.db"},
      {{"explain", "x"}, 2, "news.db"},
      {{"info"}, 2, "news.db"},
      {{"remove", "a"}, 2, "news.db"},
      {{"names"}, 2, "news.db"},
      {{"names", "--relink"}, 2, "news.db"},
      {{"names", "--merge", "a", "b"}, 2, "news.db"},
      {{"search", "x", "--index", "folder"}, 2, "folder"},
      {{"search", "x", "--index", "empty.txt"}, 2, "empty.txt"},
      {{"index", "empty.txt", "--index", "folder"}, 2, "folder"},
  };
  for (const auto& c : cases) {
    std::string typed;
    for (const std::string& word : c.words) typed += word + " ";
    CAPTURE(typed);
    const Outcome outcome = runner.run(c.words);
    CAPTURE(outcome.err);
    CHECK(outcome.code == c.code);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, c.says));
    CHECK(lines(outcome.err).back().starts_with("dateline: "));
  }
}

TEST_CASE("command: a word that begins with one dash is a word, after -- any word") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  CHECK(room.run_json({"search", "river", "-insurance"}).at("matches").at("count") ==
        0);
  CHECK(room.run_json({"search", "-insurance"}).at("matches").at("count") == 2);
  const Outcome outcome = room.run({"search", "--format=json", "--", "--limit"});
  CHECK(json::parse(outcome.out).at("query").at("text") == "--limit");
}

TEST_CASE("command search: JSON, key by key") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json found =
      room.run_json({"search", "treaty", "--facet", "source,published:month:1"});
  CHECK(keys(found) == std::vector<std::string>{"facets", "format_version", "hits",
                                                "matches", "query"});
  CHECK(found.at("query").at("text") == "treaty");
  CHECK(found.at("query").at("reading").is_string());
  CHECK(found.at("query").at("notes") == json::array());
  CHECK(found.at("matches") == json({{"count", 2}, {"exact", true}}));
  REQUIRE(found.at("hits").size() == 2);
  json hit = found.at("hits")[0];
  if (hit.at("id") != "delhi-1") hit = found.at("hits")[1];
  CHECK(hit.at("score") > 0);
  CHECK(hit.at("title") == "Blinken and Lavrov meet in New Delhi");
  CHECK(hit.at("source") == "Meridian");
  CHECK(hit.at("published") == "2023-03-02");
  CHECK(hit.at("published_from") == "given");
  CHECK(hit.at("url") == "https://meridian.example/1");
  CHECK(contains(hit.at("snippet"), "<b>treaty</b>"));
  CHECK(keys(hit.at("names")) ==
        std::vector<std::string>{"org", "person", "place", "thing"});
  CHECK(hit.at("mentioned").is_array());
  CHECK(found.at("hits")[0].at("rank") == 1);
  CHECK(found.at("hits")[1].at("rank") == 2);
  CHECK(
      found.at("facets").at("source") ==
      json::parse(R"([{"value":"Harbour","count":1},{"value":"Meridian","count":1}])"));
  CHECK(found.at("facets").at("published:month") ==
        json::parse(R"([{"value":"2023-03","count":2}])"));
}

TEST_CASE("command search: names carry their spellings, filters are ORed by kind") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json people = room.run_json({"facets", "--by", "person"});
  CHECK(!people.contains("hits"));
  const json lavrov = people.at("facets").at("person");
  const bool known = std::any_of(lavrov.begin(), lavrov.end(), [](const json& value) {
    return value.at("value") == "Sergey Lavrov" && value.at("count") == 2 &&
           value.at("spellings").at("Sergey Lavrov") == 2;
  });
  CHECK(known);
  const auto count = [&room](CommandRunner::Words where) {
    CommandRunner::Words words = {"search", ""};
    for (std::string& filter : where) words.insert(words.end(), {"--where", filter});
    return room.run_json(words).at("matches").at("count").get<int>();
  };
  CHECK(count({}) == 3);
  CHECK(count({"source=Harbour"}) == 2);
  CHECK(count({"source=Harbour", "source=Meridian"}) == 3);
  CHECK(count({"source=Harbour", "published:month=2023-03"}) == 1);
  CHECK(count({"person=Sergey Lavrov"}) == 2);
}

TEST_CASE("command search: paging, order, and the days that words mean") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const auto ids = [&room](CommandRunner::Words words) {
    std::vector<std::string> result;
    const json found = room.run_json(words);
    for (const json& hit : found.at("hits")) result.push_back(hit.at("id"));
    return result;
  };
  using Ids = std::vector<std::string>;
  CHECK(ids({"search", "", "--sort", "newest"}) ==
        Ids{"delhi-2", "delhi-1", "flood-1"});
  CHECK(ids({"search", "", "--sort", "oldest", "--limit", "1"}) == Ids{"flood-1"});
  CHECK(ids({"search", "", "--sort", "oldest", "--offset", "2"}) == Ids{"delhi-2"});
  CHECK(ids({"search", "published:yesterday", "--today", "2023-03-03"}) ==
        Ids{"delhi-1"});
}

TEST_CASE("command search: exit status 1 where nothing matches") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  CHECK(room.run({"search", "zyzzyva"}).code == 1);
  CHECK(room.run({"facets", "zyzzyva"}).code == 1);
  CHECK(room.run({"search", "treaty", "--limit", "0"}).code == 0);
}

TEST_CASE("command search: the query that was perhaps meant") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  for (const char* command : {"search", "facets"}) {
    CAPTURE(command);
    const json query = room.run_json({command, "tretay", "Lavrof"}).at("query");
    CHECK(query.at("suggestion") == json({{"query", "treaty Lavrov"}, {"count", 2}}));
    CHECK(query.at("notes").back() ==
          json({{"offset", 0},
                {"length", 13},
                {"message", "Did you mean: treaty Lavrov (2 articles)?"}}));
    CHECK(!room.run_json({command, "treaty"}).at("query").contains("suggestion"));
    const Outcome text = room.run({command, "tretay", "--where", "source=Harbour"});
    CHECK(text.code == 1);
    CHECK(text.err.ends_with("\ndid you mean: treaty (1 article)\n"));
  }
}

TEST_CASE("command search: JSON Lines and CSV") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const Outcome hits = room.run({"search", "", "--format", "jsonl"});
  REQUIRE(lines(hits.out).size() == 3);
  for (const std::string& line : lines(hits.out)) {
    CHECK(json::parse(line).at("format_version") == 1);
  }
  const Outcome csv = room.run({"search", "river", "--format", "csv"});
  CHECK(csv.out.starts_with("rank,score,id,title,source,published,url,snippet\r\n1,"));
  CHECK(
      contains(csv.out, ",flood-1,\"'=River rises, \"\"worst\"\" in years\",Harbour,"));
  CHECK(csv.out.ends_with("\r\n"));
  const Outcome facets =
      room.run({"facets", "--by", "source", "--top", "1", "--format", "csv"});
  CHECK(facets.out == "facet,value,count\r\nsource,Harbour,2\r\n");
}

TEST_CASE("command search --brief: what lists show, in every format") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  json whole = room.run_json({"search", "treaty"});
  const json brief = room.run_json({"search", "treaty", "--brief"});
  CHECK(brief != whole);
  for (json& hit : whole.at("hits")) {
    for (const char* key : {"snippet", "names", "mentioned"})
      CHECK(hit.erase(key) == 1);
  }
  CHECK(brief == whole);
  const Outcome text = room.run({"search", "river", "--brief"});
  CHECK(lines(text.out).size() == 4);  // The count, a blank, title, and whence it is.
  CHECK(contains(text.out, "Harbour · "));
  const Outcome csv = room.run({"search", "river", "--brief", "--format", "csv"});
  CHECK(csv.out.starts_with("rank,score,id,title,source,published,url,snippet\r\n1,"));
  CHECK(csv.out.ends_with(",\r\n"));
}

TEST_CASE("command search --queries: one object a query, in their order") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const std::string queries = "treaty\r\n\nzyzzyva\nriver (";
  for (const char* format : {"json", "jsonl"}) {
    const Outcome batch =
        room.run({"search", "--queries", "-", "--format", format}, queries);
    CHECK(batch.code == 0);
    const auto objects = lines(batch.out);
    REQUIRE(objects.size() == 4);
    CHECK(json::parse(objects[0]).at("query").at("text") == "treaty");
    CHECK(json::parse(objects[1]).at("matches").at("count") == 0);
    CHECK(json::parse(objects[2]).at("query").at("notes").size() == 1);
    CHECK(batch.err == "");
    CHECK(json::parse(objects[0]).at("milliseconds").at("search") > 0);
    const json summary = json::parse(objects[3]).at("summary");
    CHECK(summary.at("queries") == 3);
    CHECK(summary.at("with_articles") == 2);
    const json& times = summary.at("milliseconds");
    CHECK(times.at("p50") <= times.at("p99"));
    CHECK(times.at("p99") <= times.at("total"));
  }
  const Outcome csv =
      room.run({"search", "--queries", "-", "--format", "csv"}, queries);
  CHECK(contains(csv.out, "\r\nriver (,1,"));
  CHECK(contains(csv.err, "3 queries, 2 of them with articles"));
  CHECK(room.run({"search", "--queries", "-"}, "zyzzyva\n").code == 1);
}

// FNV-1a, as the help describes it.
std::string checksum(const std::string& bytes) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  }
  char text[24];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

TEST_CASE("command search --queries: the checksum of counts and ids") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const auto checked = [&room](CommandRunner::Words options, const char* queries) {
    CommandRunner::Words words = {"search", "--queries", "-", "--format", "jsonl"};
    words.insert(words.end(), options.begin(), options.end());
    const auto objects = lines(room.run(words, queries).out);
    return json::parse(objects.back()).at("summary").at("results").get<std::string>();
  };
  CHECK(checksum("a") == "af63dc4c8601ec8c");  // Noll's test vector.
  CHECK(checked({}, "river\nzyzzyva\n") == checksum("1 flood-1\n0\n"));
  CHECK(checked({"--sort", "newest"}, "treaty\n") == checksum("2 delhi-2 delhi-1\n"));
  CHECK(checked({"--limit", "0"}, "treaty\n") == checksum("2\n"));
  CHECK(checked({}, "") == checksum(""));
  const Outcome text = room.run({"search", "--queries", "-"}, "river\n");
  CHECK(text.out.starts_with("> river ("));
  CHECK(text.out.ends_with("\nresults " + checksum("1 flood-1\n") + "\n"));
}

TEST_CASE("command show: the article and every mention with its place") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json article = room.run_json({"show", "delhi-1"});
  CHECK(article.at("id") == "delhi-1");
  CHECK(article.at("title") == "Blinken and Lavrov meet in New Delhi");
  CHECK(article.at("authors") == json::array({"Jane Doe"}));
  CHECK(article.at("topics") == json::array({"diplomacy"}));
  CHECK(article.at("published") == "2023-03-02");
  const std::string body = article.at("body");
  REQUIRE(!article.at("extracted").at("names").empty());
  for (const char* list : {"names", "dates"}) {
    for (const json& mention : article.at("extracted").at(list)) {
      const std::size_t begin = mention.at("begin");
      const std::size_t end = mention.at("end");
      CHECK(mention.at("surface") == body.substr(begin, end - begin));
    }
  }
  const json date = article.at("extracted").at("dates").at(0);
  CHECK(date.at("surface") == "2 March 2023");
  CHECK(date.at("value") == "2023-03-02");
  CHECK(date.at("precision") == "day");
  CHECK(date.at("type") == "DATE");
  const Outcome text = room.run({"show", "delhi-1"});
  CHECK(text.out.starts_with(
      "Blinken and Lavrov meet in New Delhi\nMeridian · 2023-03-02"));
  const Outcome none = room.run({"show", "delhi-9"});
  CHECK(none.code == 1);
  CHECK(none.err == "dateline: No article has the id 'delhi-9'.\n");
}

TEST_CASE("command explain, info, remove") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json explained = room.run_json({"explain", "river", "-insurance"});
  CHECK(explained.at("tree") == "(and river (not insurance))");
  CHECK(explained.at("xapian_query").is_string());
  CHECK(!explained.at("clauses").empty());
  CHECK(explained.at("matches").at("count") == 0);
  CHECK(!explained.at("times").empty());
  CHECK(contains(room.run({"explain", "river", "-insurance"}).out,
                 "(and river (not insurance))"));

  const json info = room.run_json({"info"});
  CHECK(info.at("articles") == 3);
  CHECK(info.at("earliest") == "2022-07-15");
  CHECK(info.at("latest") == "2023-03-03");
  CHECK(info.at("bytes") > 0);
  CHECK(!info.at("tables").empty());
  CHECK(info.at("fields")[0].at("name") == "title");
  CHECK(contains(room.run({"info"}).out, "person:, who:"));

  CHECK(room.run({"remove", "delhi-9"}).code == 1);
  const json removed = room.run_json({"remove", "delhi-1", "delhi-9", "flood-1"});
  CHECK(removed.at("removed") == 2);
  CHECK(removed.at("missing") == json::array({"delhi-9"}));
  CHECK(room.run_json({"info"}).at("articles") == 1);
}

TEST_CASE("command annotate: names and dates of a file, byte for byte") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const std::string text = "Été. Antony Blinken met reporters on 2 March 2023.\n";
  const Outcome outcome = runner.run({"annotate", "-"}, text);
  CHECK(outcome.code == 0);
  const json found = json::parse(outcome.out);
  CHECK(found.at("format_version") == 1);
  REQUIRE(found.at("names").size() == 1);
  CHECK(found.at("names")[0].at("kind") == "person");
  CHECK(found.at("names")[0].at("surface") == "Antony Blinken");
  CHECK(found.at("names")[0].at("begin") == text.find("Antony"));
  REQUIRE(found.at("dates").size() == 1);
  CHECK(found.at("dates")[0].at("value") == "2023-03-02");
  CHECK(found.at("dates")[0].at("end") == text.find(".\n"));

  const Outcome relative = runner.run({"annotate", "-", "--published", "2023-03-02"},
                                      "They left yesterday.\n");
  CHECK(json::parse(relative.out).at("dates")[0].at("value") == "2023-03-01");
  CHECK(runner.run({"annotate", "-"}, std::string("\xFF\xFE\0\x80 Paris", 10)).code ==
        0);
}

TEST_CASE("command annotate --tokens: every line again, with its tag") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const std::string tokens =
      "-DOCSTART- -X- O O\n\nAntony NNP I-NP I-PER\nBlinken NNP I-NP I-PER\nvisited\n"
      "Russia\n.\n\nHe\nspoke\n(\nbriefly\n)\n.\n";
  const Outcome outcome = runner.run({"annotate", "-", "--tokens"}, tokens);
  CHECK(outcome.out ==
        "-DOCSTART-\tO\n\nAntony\tB-PER\nBlinken\tI-PER\nvisited\tO\nRussia\tB-LOC\n."
        "\tO\n"
        "\nHe\tO\nspoke\tO\n(\tO\nbriefly\tO\n)\tO\n.\tO\n");
}

}  // namespace
