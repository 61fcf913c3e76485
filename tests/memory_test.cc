// Promise P17: `--memory` bounds what indexing takes, however much there is to index.

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>

#include "tests/command.h"
#include "tests/testing.h"

namespace {

using namespace dateline::testing;

// A sanitizer takes memory of its own, and without optimizing it takes minutes.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
constexpr bool kIsPlain = true;
#else
constexpr bool kIsPlain = false;
#endif

std::string made_corpus(const TempDir& folder, int articles) {
  const std::string number = std::to_string(articles);
  const std::string path = folder / ("news-" + number + ".jsonl");
  const std::string line = std::string(DATELINE_MAKE_CORPUS) +
                           " --mean-words 80 --articles " + number + " > " + path;
  if (std::system(line.c_str()) != 0) throw std::runtime_error("make_corpus failed");
  return path;
}

// The most memory that a process had at once since it was started, in KiB; 0 once it
// has ended. Not ru_maxrss, which knows what its parent had before.
std::size_t peak_of(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  std::string word;
  while (status >> word) {
    if (word != "VmHWM:") continue;
    std::size_t kib = 0;
    status >> kib;
    return kib;
  }
  return 0;
}

// Until then it is a copy of this process.
bool has_become_command(pid_t process) {
  const std::string link = "/proc/" + std::to_string(process) + "/exe";
  std::error_code failure;
  return std::filesystem::read_symlink(link, failure).filename() == "dateline";
}

// Of a whole run of `dateline index`, but for its last moments.
std::size_t peak_of_indexing(const std::string& source) {
  const CommandRunner runner;
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const pid_t child = runner.start_reading(
      {"index", source, "--memory", "16M", "--jobs", "2"}, nothing);
  std::size_t peak = 0;
  for (;;) {
    const bool is_command = has_become_command(child);
    const std::size_t now = peak_of(child);
    if (now == 0) break;
    if (is_command) peak = std::max(peak, now);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const Outcome outcome = runner.finish(child);
  CHECK_MESSAGE(outcome.code == 0, outcome.err);
  return peak;
}

// Red with the option passed over: ten times the articles then take twice the memory.
TEST_CASE("memory: what --memory allows is enough for ten times the articles") {
  if (!CommandRunner::is_built()) return;
  if (!kIsPlain) {
    MESSAGE("skipped: for optimized builds without a sanitizer");
    return;
  }
  const TempDir folder;
  const std::size_t few = peak_of_indexing(made_corpus(folder, 2'000));
  const std::size_t many = peak_of_indexing(made_corpus(folder, 20'000));
  CAPTURE(few);
  CAPTURE(many);
  CHECK(few > 16 << 10);
  CHECK(many < few + few / 5);
}

}  // namespace
