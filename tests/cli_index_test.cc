// `dateline index`, run as a script would run it.

#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::kArticles;
using dateline::testing::lines;
using dateline::testing::Newsroom;
using dateline::testing::Outcome;
using nlohmann::json;

TEST_CASE("command index: adds, replaces, rejects, and says so") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  runner.dir().write("news.jsonl", std::string(kArticles) + "{\"id\": broken\n");
  Outcome outcome =
      runner.run({"index", "news.jsonl", "--rejects", "bad.jsonl", "--format", "json"});
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.err, "news.jsonl:4: "));
  const json report = json::parse(outcome.out);
  CHECK(report.at("format_version") == 1);
  CHECK(report.at("added") == 3);
  CHECK(report.at("replaced") == 0);
  CHECK(report.at("rejected") == 1);
  CHECK(report.at("articles") == 3);
  CHECK(report.at("text_bytes") > 300);
  CHECK(report.at("index_bytes") > 300);
  CHECK(report.at("seconds") > 0);
  CHECK(report.at("interrupted") == false);
  const json rejected =
      json::parse(dateline::testing::read_file(runner.dir() / "bad.jsonl"));
  CHECK(rejected.at("file") == "news.jsonl");
  CHECK(rejected.at("line") == 4);
  CHECK(rejected.at("reason") != "");

  outcome = runner.run({"index", "-"}, kArticles);
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "Indexed 3 articles (0 new, 3 replaced)."));
  CHECK(outcome.err == "");

  outcome = runner.run({"index", "--rebuild", "--jobs", "2", "-"},
                       R"({"id":"only","title":"One","body":"article"})");
  CHECK(contains(outcome.out, "The index holds 1 article in"));
}

TEST_CASE("command index: --rebuild of nothing leaves the index alone") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  room.dir().write("empty/none.txt", "");
  CHECK(room.run({"index", "--rebuild", "empty"}).code == 1);
  CHECK(room.run_json({"info"}).at("articles") == 3);
}

TEST_CASE("command index: --map names the fields of records") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  runner.dir().write("news.csv", "kopf,inhalt,wann\nHarbour,Closed.,2024-05-14\n");
  const Outcome mapped = runner.run(
      {"index", "news.csv", "--map", "title=kopf,body=inhalt", "--map", "date=wann"});
  CHECK(mapped.code == 0);
  CHECK(contains(mapped.out, "Indexed 1 article"));
  CHECK(
      contains(runner.run({"search", "title:harbour published:2024"}).out, "Harbour"));

  const struct {
    const char* map;
    const char* says;
  } wrong[] = {
      {"headline", "--map wants FIELD=NAME"},
      {"=x", "--map wants FIELD=NAME"},
      {"title=", "--map wants FIELD=NAME"},
      {"region=x", "it has id, title, body"},
  };
  for (const auto& c : wrong) {
    CAPTURE(c.map);
    const Outcome outcome = runner.run({"index", "news.csv", "--map", c.map});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, c.says));
  }
}

TEST_CASE(
    "command index: --record-size takes more than usual, to the largest article") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const std::string words(std::size_t{1} << 20, 'w');
  runner.dir().write("news.jsonl", std::string(kArticles) +
                                       R"({"id":"large","body":")" + words + "\"}\n");
  CHECK(contains(runner.run({"index", "news.jsonl", "--record-size", "1M"}).err,
                 "is larger than a record may be (1 MiB)"));
  CHECK(contains(runner.run({"index", "news.jsonl", "--record-size", "2M"}).out,
                 "(1 new, 3 replaced)."));
  for (const char* wrong : {"0M", "1K", "65M", "1G", "M"}) {
    CAPTURE(wrong);
    const Outcome outcome = runner.run({"index", "news.jsonl", "--record-size", wrong});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "is a size from 1M to 64M"));
  }
}

TEST_CASE("command index: --memory takes a size, and refuses what does not fit") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  std::string large;
  for (int i = 0; large.size() < 1'000'000; ++i) large += "w" + std::to_string(i) + " ";
  runner.dir().write("news.jsonl", std::string(kArticles) +
                                       R"({"id":"large","title":"L","body":")" + large +
                                       "\"}\n");
  const Outcome refused = runner.run({"index", "news.jsonl", "--memory", "16M"});
  CHECK(refused.code == 0);
  CHECK(contains(refused.err, "the memory allowed for indexing"));
  CHECK(contains(refused.out, "Indexed 3 articles (3 new, 0 replaced), 1 record"));
  CHECK(contains(runner.run({"index", "news.jsonl", "--memory", "1G"}).out,
                 "(1 new, 3 replaced)."));
  for (const char* wrong : {"7M", "16", "M", "16MB", "-1G", "9999999999G", ""}) {
    CAPTURE(wrong);
    const Outcome outcome = runner.run({"index", "news.jsonl", "--memory", wrong});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "is a size from 8M on"));
  }
}

TEST_CASE("command index: only the first rejects are told") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  std::string bad = "{\"id\":\"good\",\"title\":\"Good\",\"body\":\"article\"}\n";
  for (int i = 0; i < 30; ++i) bad += "{broken\n";
  runner.dir().write("bad.jsonl", bad);
  const Outcome outcome = runner.run({"index", "bad.jsonl"});
  CHECK(outcome.code == 0);
  CHECK(lines(outcome.err).size() == 21);
  CHECK(contains(outcome.err, "... and 10 more rejected records; --rejects FILE"));
}

TEST_CASE("command index: the index's own folders are made, wherever it is named") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("a.jsonl", kArticles);
  CHECK(runner.run({"index", "a.jsonl", "--index", "x/y/z/"}).code == 0);
  CHECK(std::filesystem::exists(runner.dir() / "x/y/z/iamglass"));
  runner.set_environment("DATELINE_INDEX", "");
  CHECK(runner.run({"index", "a.jsonl"}).code == 0);
  CHECK(std::filesystem::exists(runner.dir() / ".local/share/dateline/index/iamglass"));
  runner.set_environment("XDG_DATA_HOME", runner.dir() / "data");
  CHECK(runner.run({"search", "flood"}).code == 2);
  CHECK(runner.run({"index", "a.jsonl"}).code == 0);
  CHECK(std::filesystem::exists(runner.dir() / "data/dateline/index/iamglass"));
}

TEST_CASE("command index: exit status 75 while another writer has the index") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const dateline::IndexWriter writer(room.index());
  CHECK(room.run({"index", "news.jsonl"}).code == 75);
  CHECK(room.run({"remove", "delhi-1"}).code == 75);
  CHECK(room.run({"search", "river"}).code == 0);
}

TEST_CASE("command index: Ctrl-C commits what was read") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  int pipe[2];
  REQUIRE(pipe2(pipe, O_CLOEXEC) == 0);
  const pid_t child = runner.start_reading({"index", "-"}, pipe[0]);
  std::string articles = "{broken\n";  // When it is told, the reader is at work.
  for (int i = 0; i < 200; ++i) {
    articles += "{\"id\":\"a" + std::to_string(i) + "\",\"title\":\"T\",\"body\":\"" +
                std::string(2000, 'x') + "\"}\n";
  }
  REQUIRE(::write(pipe[1], articles.data(), articles.size()) ==
          static_cast<ssize_t>(articles.size()));
  while (runner.errors().empty()) std::this_thread::yield();
  kill(child, SIGINT);
  ::close(pipe[1]);
  const Outcome outcome = runner.finish(child);
  CHECK(outcome.code == 130);
  CHECK(contains(outcome.err, "Interrupted; what had been read is in the index."));
  CHECK(runner.run({"search", "title:T"}).code == 0);
}

}  // namespace
