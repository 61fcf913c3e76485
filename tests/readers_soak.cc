// Eight readers beside one writer until the time is over, as tests/live_index.h says:
//
//   readers_soak SECONDS [SEED]
//
// Four are threads that share a searcher, four are processes. SEED chooses what the
// writer does and what the readers ask; when they do it, the machine decides. Ends with
// 1 where an answer was of no one state, or an error came.

#include <dateline/searcher.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <new>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/live_index.h"
#include "tests/testing.h"

namespace {

using namespace dateline::testing;
using dateline::Searcher;

constexpr std::size_t kBatches = 40;
constexpr unsigned kEach = 4;  // Threads, and processes.

struct Shared {
  std::atomic<bool> done = false;
  ReaderTally tallies[2 * kEach];
};

Shared* shared_memory() {
  void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : new (memory) Shared;
}

// In the parent: the children. They are forked before it has threads.
std::vector<pid_t> fork_readers(const std::string& path, unsigned seed,
                                Shared& shared) {
  std::vector<pid_t> children;
  for (unsigned r = 0; r < kEach; ++r) {
    const pid_t child = fork();
    if (child == 0) {
      const Searcher searcher(path);
      read_until(shared.done, searcher, seed + r, shared.tallies[r]);
      _exit(0);
    }
    children.push_back(child);
  }
  return children;
}

// Whether none of the readers has anything to complain of.
bool report(const LiveWriter& writer, const Shared& shared,
            std::uint64_t repetitions_of_threads) {
  std::uint64_t operations = 0;
  std::uint64_t repetitions = repetitions_of_threads;
  std::uint64_t cut_short = 0;
  std::uint64_t wrong = 0;
  std::uint64_t errors = 0;
  for (unsigned r = 0; r < 2 * kEach; ++r) {
    const ReaderTally& tally = shared.tallies[r];
    operations += tally.operations;
    cut_short += tally.cut_short;
    wrong += tally.wrong;
    errors += tally.errors;
    if (r < kEach) repetitions += tally.repetitions;
    if (tally.first_fault[0] != '\0') std::cout << tally.first_fault << '\n';
  }
  std::cout << writer.commits() << " commits, " << writer.exchanges()
            << " of them of a new directory; " << operations << " operations, "
            << repetitions << " repetitions, " << cut_short << " exports cut short, "
            << wrong << " wrong answers, " << errors << " errors\n";
  return wrong == 0 && errors == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "readers_soak SECONDS [SEED]\n";
    return 2;
  }
  const std::chrono::seconds duration(std::atol(argv[1]));
  const auto seed = argc < 3
                        ? std::random_device()()
                        : static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10));
  std::cout << "seed " << seed << std::endl;
  const TempDir folder;
  const std::string path = folder / "news.db";
  LiveWriter writer(path, kBatches, seed);
  Shared* shared = shared_memory();
  if (shared == nullptr) return 2;
  const std::vector<pid_t> children = fork_readers(path, seed, *shared);
  const Searcher searcher(path);
  std::vector<std::thread> threads;
  for (unsigned r = kEach; r < 2 * kEach; ++r) {
    threads.emplace_back(
        [&, r] { read_until(shared->done, searcher, seed + r, shared->tallies[r]); });
  }
  const auto end = std::chrono::steady_clock::now() + duration;
  while (std::chrono::steady_clock::now() < end) writer.step();
  shared->done = true;
  for (std::thread& thread : threads) thread.join();
  bool all_ended = true;
  for (const pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    all_ended = all_ended && status == 0;
  }
  if (!all_ended) std::cout << "a reader died\n";
  return report(writer, *shared, searcher.repetitions()) && all_ended ? 0 : 1;
}
