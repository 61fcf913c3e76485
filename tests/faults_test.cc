// The promises of a commit under kills, power cuts and failing calls. faults/iofault.cc
// says how these are made, soak.sh has the long forms.

#include <dateline/check.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <string>

#include "tests/faults/commit_script.h"
#include "tests/faults/trials.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

// Promise P1. Red with the index removed before the new one takes its name, with two
// renames in place of the exchange and nothing that undoes the first, and with removals
// committed before what is added.
TEST_CASE("faults: killed anywhere, a commit is there or it is not") {
  const Trials trials;
  for (const char* mode : {"kill", "torn"}) {
    constexpr int kPoints = 20;
    const long points = trials.points({.mode = mode});
    REQUIRE(points > 300);
    for (int i = 0; i < kPoints; ++i) {
      const Fault fault{.mode = mode, .at = points * i / kPoints + i % 7};
      CAPTURE(fault.mode);
      CAPTURE(fault.at);
      const Verdict verdict = trials.kill(fault);
      CHECK(verdict.complaint == "");
      CHECK(verdict.kind == "killed");
    }
  }
}

// Red without undo_half_publish(): the index is gone.
TEST_CASE("faults: where paths cannot be exchanged a kill loses nothing either") {
  const Trials trials;
  // The renames are others there.
  const Fault all{.mode = "kill", .kinds = "r", .plain = true};
  const long points = trials.points(all);
  for (long at = 0; at < points; ++at) {
    CAPTURE(at);
    Fault fault = all;
    fault.at = at;
    CHECK(trials.kill(fault).complaint == "");
  }
}

// Red where a change in place is taken for made: the last articles are missing.
TEST_CASE("faults: without hard links changes are made aside") {
  const Trials trials;
  const std::string path = trials.index_without_links();
  const TempDir folder;
  run_script(folder / "x", {}, [](int) {});
  CHECK(commits_in(path) == kScriptCommits);
  CHECK(bodies_of(path) == bodies_of(folder / "x"));
  for (const CheckStep step :
       {CheckStep::kFiles, CheckStep::kStructure, CheckStep::kArticles}) {
    CHECK(check_index(path, step).problem_count == 0);
  }
}

// Promise P2. Red without any one of the syncs: of the folders above
// (create_folders()), of what was built, of its parent, and of the folder after a
// commit in place.
TEST_CASE("faults: what was acknowledged is on the disk") {
  const Trials trials;
  for (const bool plain : {false, true}) {
    const auto log = trials.log({.plain = plain});
    CAPTURE(plain);
    for (const auto model :
         {JournalModel::kOrdered, JournalModel::kLazy, JournalModel::kStrict}) {
      CHECK(trials.unsafe_commits(log, model) == "");
    }
  }
}

// Promise P2. Red without the sync of what was built, and without that of the folder
// after a commit in place; and with a check that takes torn free blocks for damage.
TEST_CASE("faults: a power cut at any moment leaves one commit or the next") {
  const Trials trials;
  const auto log = trials.log({});
  std::mt19937 random(1);
  for (int i = 0; i < 60; ++i) {
    const auto model = static_cast<JournalModel>(i % 3);
    const std::size_t count = log.changes.size() * static_cast<std::size_t>(i + 1) / 60;
    CAPTURE(i);
    CAPTURE(count);
    CHECK(trials.cut_power(log, count, model, random).complaint == "");
  }
}

// Promise P4. Red when a failed write of a segment is taken for done. That a lock which
// cannot be opened was said to be held was found in this way.
TEST_CASE("faults: a call that fails is told, and the index is whole") {
  const Trials trials;
  constexpr int kReasons[] = {ENOSPC, EIO, EMFILE};
  int told = 0;
  int number = 0;
  // Few calls of a kind must not be lost among many of another.
  for (const std::string kind : {"o", "w", "s", "r", "u", "m", "t", "c", "x"}) {
    const long points = trials.points({.kinds = kind});
    const long step = std::max(1L, points / 8);
    for (long at = number % step; at < points; at += step) {
      const Fault fault{
          .mode = "fail", .at = at, .error = kReasons[number++ % 3], .kinds = kind};
      CAPTURE(fault.kinds);
      CAPTURE(fault.at);
      CAPTURE(fault.error);
      const Verdict verdict = trials.fail(fault);
      CHECK(verdict.complaint == "");
      told += verdict.kind == "told" ? 1 : 0;
    }
  }
  CHECK(told > number / 3);  // Removals and reads may fail without harm.
}

// Of some 2,500 reads. Red where a database whose commit has failed commits once more
// when it is dropped.
TEST_CASE("faults: reads that fail for good leave the index whole") {
  const Trials trials;
  Fault fault{.mode = "fail", .times = 1'000'000'000, .error = EIO, .kinds = "ni"};
  const long points = trials.points(fault);
  int told = 0;
  for (fault.at = 0; fault.at < points; fault.at += 60) {
    CAPTURE(fault.at);
    const Verdict verdict = trials.fail(fault);
    CHECK(verdict.complaint == "");
    told += verdict.kind == "told" ? 1 : 0;
  }
  CHECK(told > 20);
}

// Xapian takes a table that it could not open for an empty one: red without a look at
// what is open, when a merge loses the terms, positions or articles of a segment.
TEST_CASE("faults: a file that cannot be opened once is not taken for empty") {
  const Trials trials;
  Fault fault{.mode = "fail", .error = EMFILE, .kinds = "n"};
  const long points = trials.points(fault);
  REQUIRE(points > 500);
  for (fault.at = 0; fault.at < points; fault.at += 17) {
    CAPTURE(fault.at);
    CHECK(trials.fail(fault).complaint == "");
  }
}

// Red with syncs whose failure is passed over, and with a writer that takes a failed
// commit of Xapian's for one like others: it succeeds the second time.
TEST_CASE("faults: after a failed sync a writer does nothing more") {
  const Trials trials;
  const Fault all{.mode = "fail", .error = EIO, .kinds = "s"};
  const long points = trials.points(all);
  int refused = 0;
  for (long at = 0; at < points; at += 2) {
    CAPTURE(at);
    Fault fault = all;
    fault.at = at;
    const Verdict verdict = trials.fail(fault, true);
    CHECK(verdict.complaint == "");
    CHECK(verdict.kind != "done all the same");
    refused += verdict.kind == "told" ? 1 : 0;
  }
  CHECK(refused > 20);
}

}  // namespace
