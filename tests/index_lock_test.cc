// One writer at a time: who has the lock is told, and who has lost it does not write.

#include "index/index_lock.h"

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

Error refusal(const std::string& path) {
  const auto error = error_of([&] { IndexWriter{path}; });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kBusy);
  return *error;
}

bool says(const Error& error, const std::string& words) {
  return std::string(error.what()).find(words) != std::string::npos;
}

TEST_CASE("index lock: names the process that has it") {
  const TempDir folder;
  int locked[2];
  REQUIRE(pipe(locked) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const IndexWriter writer(folder / "x");
    if (write(locked[1], "1", 1) != 1) _exit(1);
    for (;;) pause();
  }
  char byte = 0;
  REQUIRE(read(locked[0], &byte, 1) == 1);
  CHECK(says(refusal(folder / "x"),
             "is being written by process " + std::to_string(child) + ";"));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  // What the killed one has left does not keep others out.
  CHECK(fs::exists(folder / "x.lock"));
  const IndexWriter writer(folder / "x");
  CHECK(says(refusal(folder / "x"), "by another writer of this process;"));
}

TEST_CASE("index lock: an unreadable name of its holder is none") {
  const TempDir folder;
  const std::string path = folder / "x.lock";
  const IndexLock lock(path, folder / "x", std::chrono::milliseconds(0));
  for (const char* text : {"", "\n", "nobody\n", "-1\n", "0\n", "99999999999999\n",
                           "2147483647\n", "\xFF\xFF"}) {
    folder.write("x.lock", text);
    const auto error =
        error_of([&] { IndexLock(path, folder / "x", std::chrono::milliseconds(0)); });
    REQUIRE(error);
    CHECK(says(*error, "by another process;"));
  }
}

// Seen red without IndexLock::require_held(): the index is then what the first writer
// makes of it, and the article of the second is lost.
TEST_CASE("index lock: who has lost the file does not commit") {
  const TempDir folder;
  build(folder / "x", {article("old")});
  IndexWriter first(folder / "x");
  first.add(article("first"));
  fs::remove(folder / "x.lock");
  SUBCASE("to nobody") {}
  SUBCASE("to a second writer") {
    IndexWriter second(folder / "x");
    second.add(article("second"));
    second.commit();
  }
  const auto before = bodies_of(folder / "x");
  const auto error = error_of([&] { first.commit(); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kBusy);
  CHECK(bodies_of(folder / "x") == before);
}

}  // namespace
