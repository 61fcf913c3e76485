// `search --fold` and `similar` as they are printed.

#include <doctest/doctest.h>

#include <string>

#include "tests/command.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::Outcome;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const char* const kText =
    "The ferry Aurora sank off Tromso on Monday, the coast guard said. Divers searched "
    "the hull for missing sailors, and the harbour stayed closed through the night "
    "while relatives waited ashore and ministers promised an inquiry into the loss.";

// Two copies by two papers, and a follow-up.
std::string wire() {
  const auto record = [](const std::string& id, const std::string& source,
                         const std::string& day, const std::string& text) {
    return "{\"id\":\"" + id + "\",\"title\":\"Ferry\",\"source\":\"" + source +
           "\",\"date\":\"" + day + "\",\"body\":\"" + text + "\"}\n";
  };
  return record("b", "Post", "2021-05-04", kText) +
         record("a", "AP", "2021-05-03", kText) +
         record("c", "AP", "2021-05-05",
                "Divers left the hull of the Aurora, the ferry that sank off Tromso.");
}

TEST_CASE("search --fold: text, JSON, CSV, and what facets count") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  REQUIRE(runner.run({"index", "-"}, wire()).code == 0);
  const Outcome text = runner.run({"search", "ferry", "--fold"});
  CHECK(text.code == 0);
  CHECK(contains(text.out, "2 stories (3 articles): "));
  CHECK(contains(text.out, "1 copy: Post, 2021-05-04, b\n"));
  CHECK(contains(runner.run({"search", "ferry", "--fold", "--limit", "1"}).out,
                 "1 of 2 stories (3 articles): "));

  const std::string json =
      runner.run({"search", "ferry", "--fold", "--format", "json"}).out;
  CHECK(contains(json, "\"stories\": 2"));
  CHECK(contains(json, "\"copies\": {\n        \"count\": 1"));
  CHECK_FALSE(
      contains(runner.run({"search", "ferry", "--format", "json"}).out, "stories"));
  CHECK(contains(
      runner.run({"search", "ferry", "--fold", "--format", "jsonl"}).out,
      R"("copies":{"count":1,"articles":[{"id":"b","source":"Post","published":"2021-05-04"}]})"));
  const std::string csv =
      runner.run({"search", "ferry", "--fold", "--format", "csv"}).out;
  CHECK(csv.starts_with("rank,score,id,title,source,published,url,snippet,copies\r\n"));
  CHECK(contains(csv, ",1\r\n"));

  const auto facets = [&](const char* unit) {
    return runner.run({"facets", "--by", "source", "--count", unit, "--format", "csv"})
        .out;
  };
  CHECK(facets("articles") == "facet,value,count\r\nsource,AP,2\r\nsource,Post,1\r\n");
  CHECK(facets("stories") == "facet,value,count\r\nsource,AP,2\r\n");
  CHECK(contains(runner.run({"facets", "--count", "stories"}).out,
                 "3 articles (2 stories): "));
}

TEST_CASE("similar: what both have, as text and JSON; nothing is told as such") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  REQUIRE(runner.run({"index", "-"}, wire()).code == 0);
  const Outcome all = runner.run({"similar", "a"});
  CHECK(all.code == 0);
  CHECK(contains(all.out, "2021-05-04 · b"));
  CHECK(contains(all.out, "% alike"));
  CHECK_FALSE(contains(runner.run({"similar", "a", "--fold"}).out, "2021-05-04 · b"));
  const std::string json = runner.run({"similar", "a", "--format", "json"}).out;
  CHECK(contains(json, "\"similar\": ["));
  CHECK(contains(json, "\"shared_names\": ["));
  const Outcome nobody = runner.run({"similar", "nobody"});
  CHECK(nobody.code == 1);
  CHECK(nobody.out == "");
  CHECK(contains(nobody.err, "No article has the id 'nobody'."));
  CHECK(runner.run({"similar"}).code == 2);
}

}  // namespace
