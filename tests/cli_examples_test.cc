// Every example of the README and of the manual pages, run: those of the README that
// show what they print must print it.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::lines;
using dateline::testing::Outcome;
using dateline::testing::read_file;
using dateline::testing::source_dir;

// A folder with our own articles in `corpus`, as where the README is read.
class ExampleRunner : public CommandRunner {
 public:
  ExampleRunner() {
    std::filesystem::create_directory_symlink(source_dir() / "corpus",
                                              dir().path() / "corpus");
  }
};

// One fenced block of the README.
struct Block {
  std::string language;  // "", "sh", "cpp".
  std::vector<std::string> lines;
};

std::vector<Block> readme_blocks() {
  std::vector<Block> blocks;
  bool inside = false;
  for (const std::string& line : lines(read_file(source_dir() / "README.md"))) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}});
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  CHECK(!inside);
  return blocks;
}

// A command and what it prints after it.
struct Session {
  std::string command;
  std::string output;
};

// The sessions of a block whose commands stand behind "$ ".
std::vector<Session> sessions_of(const Block& block) {
  std::vector<Session> sessions;
  for (const std::string& line : block.lines) {
    if (line.starts_with("$ ")) {
      sessions.push_back({line.substr(2), ""});
    } else if (!sessions.empty()) {
      sessions.back().output += line + "\n";
    }
  }
  return sessions;
}

bool finds_nothing(const Session& session) {
  return contains("\n" + session.output, "\n0 articles: ");
}

// A last line of nothing but an ellipsis stands for whatever comes there, such as
// times.
void cut_behind_ellipsis(std::string& shown, std::string& printed) {
  const std::string rest = "\n…\n";
  if (!shown.ends_with(rest)) return;
  shown.resize(shown.size() - rest.size() + 1);
  printed.resize(std::min(printed.size(), shown.size()));
}

TEST_CASE("README: its sessions print what it shows") {
  if (!CommandRunner::is_built()) return;
  const ExampleRunner runner;
  int run = 0;
  for (const Block& block : readme_blocks()) {
    auto sessions = sessions_of(block);
    for (Session& session : sessions) {
      CAPTURE(session.command);
      REQUIRE(session.command.starts_with("dateline "));
      Outcome outcome = runner.run_shell(session.command);
      CAPTURE(outcome.err);
      CHECK(outcome.code == (finds_nothing(session) ? 1 : 0));
      cut_behind_ellipsis(session.output, outcome.out);
      CHECK(outcome.out == session.output);
      ++run;
    }
  }
  CHECK(run >= 7);
}

TEST_CASE("README: its command lines find something") {
  if (!CommandRunner::is_built()) return;
  const ExampleRunner runner;
  REQUIRE(runner.run_shell("dateline index corpus/sample.jsonl corpus/text").code == 0);
  int run = 0;
  for (const Block& block : readme_blocks()) {
    if (block.language != "sh") continue;
    for (const std::string& line : block.lines) {
      if (!line.starts_with("dateline ")) continue;
      CAPTURE(line);
      const Outcome outcome = runner.run_shell(line);
      CAPTURE(outcome.err);
      CHECK(outcome.code == 0);
      CHECK(outcome.out != "");
      ++run;
    }
  }
  CHECK(run >= 12);
}

// The lines under "For example" of a command's help, in which examples stand.
std::vector<std::string> examples_in(const std::string& help) {
  std::vector<std::string> examples;
  bool inside = false;
  for (const std::string& line : lines(help)) {
    if (inside && line.size() > 2 && line[2] != ' ') examples.push_back(line.substr(2));
    if (line == "For example") inside = true;
  }
  return examples;
}

TEST_CASE("manual pages: every example finds something") {
  if (!CommandRunner::is_built()) return;
  const ExampleRunner runner;
  int run = 0;
  for (const char* command : {"index", "search", "facets", "timeline", "pairs",
                              "export", "names", "show", "similar", "explain", "info",
                              "check", "annotate", "remove", "help", "completions"}) {
    const auto examples = examples_in(runner.run({"help", command}).out);
    CAPTURE(command);
    CHECK(!examples.empty());
    const std::string page = runner.run({"help", "--man", command}).out;
    CHECK(contains(page, ".SH EXAMPLES"));
    for (const std::string& example : examples) {
      CAPTURE(example);
      const Outcome outcome = runner.run_shell(example);
      CAPTURE(outcome.err);
      CHECK(outcome.code == 0);
      CHECK(outcome.out != "");
      ++run;
    }
  }
  CHECK(run >= 20);
}

}  // namespace
