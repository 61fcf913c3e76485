// Readers beside a writer: every answer is of one state, and nothing but answers comes.
// Seen red with kAttempts = 1 in query/read_attempts.cc.

#include <dateline/error.h>
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include "query/snapshot_pool.h"
#include "tests/index_testing.h"
#include "tests/live_index.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

constexpr std::size_t kBatches = 16;
constexpr int kSteps = 25;

void check(const ReaderTally& tally) {
  INFO(tally.first_fault);
  CHECK(tally.operations > 0);
  CHECK(tally.wrong == 0);
  CHECK(tally.errors == 0);
}

TEST_CASE("live readers: threads that share a searcher see whole states only") {
  const TempDir folder;
  LiveWriter writer(folder / "news.db", kBatches, 1);
  const Searcher searcher(folder / "news.db");
  std::atomic<bool> done = false;
  std::vector<ReaderTally> tallies(4);
  std::vector<std::thread> readers;
  for (unsigned t = 0; t < tallies.size(); ++t) {
    readers.emplace_back([&, t] { read_until(done, searcher, t, tallies[t]); });
  }
  for (int i = 0; i < kSteps; ++i) writer.step();
  done = true;
  for (std::thread& reader : readers) reader.join();
  for (const ReaderTally& tally : tallies) check(tally);
  // Both kinds of commits were among them.
  CHECK(writer.exchanges() > 1);
  CHECK(writer.exchanges() < writer.commits() - 10);
}

// What processes share.
struct Shared {
  std::atomic<bool> done = false;
  ReaderTally tallies[2];
};

TEST_CASE("live readers: other processes see whole states only") {
  const TempDir folder;
  LiveWriter writer(folder / "news.db", kBatches, 2);
  void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  REQUIRE(memory != MAP_FAILED);
  auto* shared = new (memory) Shared;
  std::vector<pid_t> children;
  for (unsigned c = 0; c < std::size(shared->tallies); ++c) {
    const pid_t child = fork();
    if (child == 0) {
      const Searcher searcher(folder / "news.db");
      read_until(shared->done, searcher, c, shared->tallies[c]);
      _exit(0);
    }
    children.push_back(child);
  }
  for (int i = 0; i < kSteps; ++i) writer.step();
  shared->done = true;
  for (const pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  for (const ReaderTally& tally : shared->tallies) check(tally);
  munmap(memory, sizeof(Shared));
}

// The body of the only article, read twice; between the two `disturb` is called.
template <class Disturb>
std::string body_read(const SnapshotPool& pool, int& attempts, Disturb&& disturb) {
  return pool.run([&](Snapshot& snapshot) {
    ++attempts;
    const Xapian::Database& database = snapshot.database();
    const auto read = [&] {
      std::string all;
      for (const std::string& document : documents_of(database)) all += document;
      return all;
    };
    const std::string before = read();
    disturb();
    const bool is_same = read() == before;  // May throw.
    CHECK(is_same);
    return before;
  });
}

TEST_CASE("live readers: what a writer disturbs is begun again on the new state") {
  const TempDir folder;
  const LiveWriter made(folder / "news.db", kBatches, 3);
  const SnapshotPool pool({folder / "news.db"});
  int attempts = 0;
  body_read(pool, attempts, [&] {
    for (int i = 0; i < 20 && attempts == 1; ++i) {  // In place, each of them.
      build(folder / "news.db", {article("a"), article("b" + std::to_string(i))},
            {.annotate = false, .link_names = false});
    }
  });
  CHECK(attempts == 2);
  CHECK(pool.repetitions() == 1);
}

TEST_CASE("live readers: a fault is the writer's while it commits, else damage") {
  const TempDir folder;
  const std::string path = folder / "news.db";
  build(path, {article("a")});
  const SnapshotPool pool({path});
  int attempts = 0;
  const auto fail = [&](int commits) {
    attempts = 0;
    return error_of([&] {
      pool.run([&](Snapshot&) -> int {
        if (++attempts <= commits) build(path, {article("a")});
        throw Xapian::DatabaseError("EOF reading block 383520561");
      });
    });
  };
  const auto at_rest = fail(0);
  REQUIRE(at_rest);
  CHECK(at_rest->code() == ErrorCode::kCorrupt);
  CHECK(attempts == 2);

  const auto after_commits = fail(3);
  REQUIRE(after_commits);
  CHECK(after_commits->code() == ErrorCode::kCorrupt);
  CHECK(attempts == 5);

  const auto always = fail(100);
  REQUIRE(always);
  CHECK(always->code() == ErrorCode::kBusy);
  CHECK(attempts == 6);
}

TEST_CASE("live readers: what is no fault of the index is not tried again") {
  const TempDir folder;
  build(folder / "x", {article("a")});
  const SnapshotPool pool({folder / "x"});
  int attempts = 0;
  const auto refused = error_of([&] {
    pool.run([&](Snapshot&) -> int {
      ++attempts;
      throw Error(ErrorCode::kInvalidArgument, "no such facet");
    });
  });
  REQUIRE(refused);
  CHECK(refused->code() == ErrorCode::kInvalidArgument);
  CHECK(attempts == 1);
  CHECK(pool.repetitions() == 0);
}

}  // namespace
