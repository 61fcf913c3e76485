// What kills a step of `dateline check` kills that step only: each runs in a process of
// its own.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/command.h"
#include "tests/faults/faulty_run.h"

namespace {

using namespace dateline::testing;

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

// Red with check_index() or compare_with_sources() called in the command's own process:
// the first read then kills all of it.
TEST_CASE("command check: a step that crashes is a finding, and the others are done") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const std::string source = runner.dir().write(
      "news.jsonl", R"({"id": "a", "title": "Grain", "body": "Grain is dear."})");
  REQUIRE(runner.run({"index", "--no-names", source}).code == 0);
  const RunPlaces places{.root = std::filesystem::canonical(runner.index()).string(),
                         .scratch = runner.dir().path().string()};
  const auto outcome =
      run_with_fault({DATELINE_COMMAND, "check", "--index", runner.index(), "--against",
                      source, "--format", "text"},
                     Fault{.mode = "kill", .kinds = "i"}, places);
  CAPTURE(outcome.err);
  CAPTURE(outcome.out);
  CHECK(outcome.signal == 0);
  CHECK(outcome.code == 1);
  CHECK(outcome.hit.starts_with("i "));
  CHECK(count_of(outcome.out, "crashed (Killed)") == 4);
  for (const char* step : {"files", "structure", "articles", "against"}) {
    CAPTURE(step);
    CHECK(count_of(outcome.out, "the step '" + std::string(step) + "'") == 1);
  }
}

}  // namespace
