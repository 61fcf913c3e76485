// Promise P6: damage is told, not served. Seen red without the comparison of hashes in
// check_files.cc, and without the checksum in decode_record().

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "index/manifest.h"
#include "tests/damage_trials.h"
#include "tests/newsroom.h"
#include "tools/child_process.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline::testing;
using dateline::cli::ChildOutcome;
using dateline::cli::run_in_child;
using dateline::cli::TellPlace;

TEST_CASE("damage: found by the manifest, told by readers, no crash of the check") {
  if (!CommandRunner::is_built()) return;
  DamageTrials trials(20261122);
  for (int i = 0; i < 100; ++i) trials.flip(i % 5 == 0);
  for (int i = 0; i < 20; ++i) trials.truncate(i % 5 == 0);
  const DamageCounts& counts = trials.counts();
  CAPTURE(trials.log());
  CHECK(counts.trials == 120);
  CHECK(counts.found == 120);
  CHECK(counts.checks == 24);
  CHECK(counts.check_found == 24);
  CHECK(counts.check_crashes == 0);
  CHECK(counts.wrong_texts == 0);
  CHECK(counts.told > 0);
}

std::map<std::string, std::string> bytes_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).string()] = read_file(entry.path());
    }
  }
  return files;
}

// Promise P5. Seen red with DB_CREATE_OR_OPEN for DB_OPEN in database.cc, and without
// require_other_tables().
TEST_CASE("damage: every command names a missing table, and changes nothing") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const std::vector<CommandRunner::Words> commands = {{"search", "treaty"},
                                                      {"facets", "treaty"},
                                                      {"timeline", "treaty"},
                                                      {"pairs"},
                                                      {"export"},
                                                      {"names"},
                                                      {"show", "delhi-1"},
                                                      {"similar", "delhi-1"},
                                                      {"explain", "treaty"},
                                                      {"info"},
                                                      {"check"},
                                                      {"remove", "delhi-1"},
                                                      {"index", "news.jsonl"},
                                                      {"check", "--quick"}};
  for (const std::string& name : dateline::manifest_files(room.index())) {
    const fs::path file = fs::path(room.index()) / name;
    const std::string bytes = read_file(file);
    fs::remove(file);
    const auto before = bytes_in(room.index());
    for (const CommandRunner::Words& words : commands) {
      CAPTURE(name);
      CAPTURE(words.front());
      const Outcome outcome = room.run(words);
      const bool is_check = words.front() == "check";
      CHECK(outcome.code == (is_check ? 1 : 2));
      CHECK(contains(is_check ? outcome.out : outcome.err, name));
      CHECK(bytes_in(room.index()) == before);
    }
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK(room.run({"check"}).code == 0);
  }
}

TEST_CASE("command check: says what is wrong, what it means and what to do") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  Outcome outcome = room.run({"check"});
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, ", 3 articles, "));
  CHECK(contains(outcome.out, ": no damage.\n"));
  json report = room.run_json({"check"});
  CHECK(report.at("damaged") == false);
  CHECK(report.at("articles") == 3);
  CHECK(report.at("steps") == json::array({"files", "structure", "articles"}));
  CHECK(room.run_json({"check", "--quick"}).at("steps") == json::array({"files"}));

  const std::string file = room.index() + "/docdata.glass";
  const std::string bytes = read_file(file);
  std::string damaged = bytes;
  damaged[damaged.size() - 60] ^= 1;  // The first article is the last of the block.
  std::ofstream(file, std::ios::binary) << damaged;
  outcome = room.run({"check"});
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "docdata.glass: Bytes have changed in one block"));
  CHECK(
      contains(outcome.out, "delhi-1: The bytes of the stored article have changed."));
  CHECK(contains(outcome.out, "Articles whose text is there cannot be shown;"));
  report = room.run_json({"check"});
  CHECK(report.at("damaged") == true);
  CHECK(report.at("problem_count") == 2);
  CHECK(contains(report.at("problems").at(0).at("advice"), "dateline index --rebuild"));
  CHECK(keys(report.at("problems").at(0)) ==
        std::vector<std::string>{"advice", "meaning", "place", "what"});

  // Nobody is given the changed text, and everybody is told which and what to do.
  for (const CommandRunner::Words& words :
       std::vector<CommandRunner::Words>{{"show", "delhi-1"},
                                         {"search", "treaty"},
                                         {"export"},
                                         {"similar", "delhi-1"},
                                         {"facets", "treaty", "--by", "person"}}) {
    CAPTURE(words.front());
    outcome = room.run(words);
    if (words.front() == "facets" && outcome.code == 0) continue;  // It shows no text.
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err,
                   "The stored article 'delhi-1' is damaged: index it again, or "
                   "rebuild the index"));
  }
  CHECK(room.run({"show", "delhi-2"}).code == 0);

  // And that does help.
  CHECK(room.run({"index", "news.jsonl"}).code == 0);
  CHECK(room.run({"show", "delhi-1"}).code == 0);
}

TEST_CASE("command check: compares with the sources") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  Outcome outcome = room.run({"check", "--against", "news.jsonl"});
  CHECK(outcome.code == 0);
  CHECK(
      contains(outcome.out, "Of 3 articles in the sources and 3 in the index, 3 are"));
  const std::string changed =
      R"({"id":"delhi-2","title":"Ten minutes in India","body":"Other words."})"
      "\n"
      R"({"id":"new","title":"New","body":"Not yet indexed."})";
  outcome = room.run({"check", "--against", "-"}, changed);
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "In the sources, not in the index: 1\n  new: New\n"));
  CHECK(contains(outcome.out, "In the index, not in the sources: 2\n  delhi-1: "));
  CHECK(contains(outcome.out, "With another text in the index than in the sources: 1"));
  const json sources =
      room.run_json({"check", "--against", "-"}, changed).at("sources");
  CHECK(sources.at("missing") == 1);
  CHECK(sources.at("extra") == 2);
  CHECK(sources.at("changed") == 1);
  CHECK(sources.at("same") == 0);
  CHECK(sources.at("differences").at(0).at("id") == "new");

  CHECK(room.run({"check", "--against", "nothing"}).code == 2);
  CHECK(room.run({"check", "--index", "nothing"}).code == 2);
}

// Red without a limit of patience, with one that does not begin anew at each step, and
// when every child counts as finished.
TEST_CASE("child process: whatever becomes of it is told") {
  using std::chrono::milliseconds;
  const milliseconds patience(100);
  const std::string much(3'000'000, 'x');  // More than a pipe holds.
  ChildOutcome outcome = run_in_child([&](const TellPlace&) { return much; }, patience);
  CHECK(outcome.finished);
  CHECK(outcome.result == much);

  outcome = run_in_child(
      [](const TellPlace& tell) -> std::string {
        tell("here");
        std::raise(SIGKILL);
        return "";
      },
      patience);
  CHECK_FALSE(outcome.finished);
  CHECK(outcome.signal == SIGKILL);
  CHECK(outcome.place == "here");

  outcome = run_in_child(
      [](const TellPlace&) -> std::string { throw std::string("anything"); }, patience);
  CHECK_FALSE(outcome.finished);
  CHECK(outcome.signal == SIGABRT);

  outcome =
      run_in_child([](const TellPlace&) -> std::string { std::_Exit(3); }, patience);
  CHECK_FALSE(outcome.finished);
  CHECK(outcome.signal == 0);

  outcome = run_in_child(
      [](const TellPlace& tell) -> std::string {
        tell(std::string(1000, 'p'));
        for (;;) std::this_thread::sleep_for(milliseconds(10));
      },
      patience);
  CHECK_FALSE(outcome.finished);
  CHECK(outcome.timed_out);
  CHECK(outcome.place == std::string(200, 'p'));

  // Slow work that goes on is waited for, and so is what has not begun.
  outcome = run_in_child(
      [&](const TellPlace& tell) -> std::string {
        std::this_thread::sleep_for(3 * patience);
        for (int i = 0; i < 150; ++i) {
          tell("step");
          std::this_thread::sleep_for(milliseconds(10));
        }
        return "done";
      },
      milliseconds(1000));
  CHECK(outcome.result == "done");
}

}  // namespace
