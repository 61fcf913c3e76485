// Help, manual pages and completions of the built command: they are made from one
// table, and the programs that read them find nothing wrong.

#include <dateline/article_reader.h>
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <vector>

#include "query/query_limits.h"
#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::lines;
using dateline::testing::Outcome;
using dateline::testing::read_file;

// The first words of the rows under "Commands".
std::vector<std::string> command_names(const CommandRunner& runner) {
  std::vector<std::string> names;
  bool inside = false;
  for (const std::string& line : lines(runner.run({"help"}).out)) {
    if (line == "Commands") inside = true;
    if (line.empty()) inside = false;
    if (inside && line.starts_with("  ") && line[2] != ' ') {
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
  }
  return names;
}

bool is_there(const char* program) {
  return std::system((std::string("command -v ") + program + " >/dev/null").c_str()) ==
         0;
}

TEST_CASE("help: every command has its own, by either way of asking") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const Outcome overview = runner.run({"help"});
  CHECK(overview.code == 0);
  CHECK(overview.out == runner.run({"--help"}).out);
  CHECK(command_names(runner).size() >= 15);
  for (const std::string& command : command_names(runner)) {
    CAPTURE(command);
    const Outcome help = runner.run({"help", command});
    CHECK(help.code == 0);
    CHECK(help.out == runner.run({command, "--help"}).out);
    CHECK(contains(help.out, "--no-pager"));
  }
  CHECK(runner.run({"--version"}).out.starts_with("dateline "));
  const Outcome nothing = runner.run({});
  CHECK(nothing.code == 2);
  CHECK(nothing.out == "");
  CHECK(contains(nothing.err, "dateline COMMAND"));
}

TEST_CASE("manual pages: one of Dateline, one of each command with all its options") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const std::string manual = runner.run({"help", "--man"}).out;
  CHECK(manual.starts_with(".TH DATELINE 1 "));
  CHECK(contains(manual, ".SH ENVIRONMENT"));
  for (const std::string& command : command_names(runner)) {
    CAPTURE(command);
    CHECK(contains(manual, ".BR dateline\\-" + command + " (1)\n"));
    const std::string page = runner.run({"help", "--man", command}).out;
    CHECK(page.starts_with(".TH DATELINE\\-"));
    for (const std::string& line : lines(runner.run({"help", command}).out)) {
      if (!line.starts_with("  --")) continue;
      const std::string option = line.substr(4, line.find(' ', 4) - 4);
      std::string escaped;
      for (const char c : option) escaped += c == '-' ? "\\-" : std::string(1, c);
      CHECK(contains(page, ".B \\-\\-" + escaped));
    }
  }
  CHECK(runner.run({"help", "--man", "serch"}).code == 2);
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

TEST_CASE("manual pages: the bounds of queries and articles are those of the code") {
  if (!CommandRunner::is_built()) return;
  namespace query = dateline::query;
  const std::string manual = CommandRunner().run({"help", "--man"}).out;
  const std::size_t begin = manual.find(".SH LIMITS");
  REQUIRE(begin != std::string::npos);
  const std::string limits =
      manual.substr(begin, manual.find(".SH", begin + 1) - begin);
  const std::size_t record = dateline::ArticleReaderOptions{}.max_record_bytes;
  for (const std::string& bound :
       {with_commas(query::kMaxBytes) + " bytes",
        with_commas(query::kMaxLeaves) + " words, phrases",
        with_commas(query::kMaxDepth) + " deep",
        with_commas(query::kMaxNearOperands) + " words or phrases of one NEAR",
        with_commas(query::kMaxDistance) + " words far",
        "atleast/" + std::to_string(query::kMaxTimes),
        std::to_string(query::kMaxEdits) + "; " + with_commas(query::kMaxExpansions) +
            " words that one with",
        with_commas(query::kMostExpansions),
        with_commas(query::kMaxJsonBytes >> 20) + " MiB, and " +
            with_commas(query::kMaxJsonDepth) + " nodes deep",
        with_commas(record >> 20) + " MiB for a record"}) {
    CAPTURE(bound);
    CHECK(contains(limits, bound));
  }
}

TEST_CASE("manual pages: groff has nothing to say against them") {
  if (!CommandRunner::is_built()) return;
  if (!is_there("groff")) {
    MESSAGE("skipped: no groff");
    return;
  }
  const CommandRunner runner;
  auto names = command_names(runner);
  names.push_back("");
  for (const std::string& command : names) {
    CAPTURE(command);
    CommandRunner::Words words = {"help", "--man"};
    if (!command.empty()) words.push_back(command);
    const std::string page = runner.dir().write("page.1", runner.run(words).out);
    const std::string said = runner.dir() / "said";
    const std::string text = runner.dir() / "text";
    // Without -mtty-char, so that what is no character shows.
    CHECK(std::system(("groff -ww -man -Tutf8 -P-cbou '" + page + "' >'" + text +
                       "' 2>'" + said + "'")
                          .c_str()) == 0);
    CHECK(read_file(said) == "");
    CHECK(contains(read_file(text), "NAME\n"));
  }
}

// What bash completes where the word number `at` of `words` is typed.
std::string completed(const CommandRunner& runner, const std::string& words, int at) {
  const std::string script =
      runner.dir().write("complete.bash", runner.run({"completions", "bash"}).out);
  const std::string out = runner.dir() / "completed";
  const std::string test = "set -eu; . '" + script + "'; COMP_WORDS=(dateline " +
                           words + "); COMP_CWORD=" + std::to_string(at) +
                           "; _dateline || true; echo ${COMPREPLY[@]-} >'" + out + "'";
  const std::string file = runner.dir().write("test.bash", test);
  REQUIRE(std::system(("bash '" + file + "'").c_str()) == 0);
  return read_file(out);
}

TEST_CASE("completions: bash completes commands, options, choices, kinds and fields") {
  if (!CommandRunner::is_built()) return;
  if (!is_there("bash")) {
    MESSAGE("skipped: no bash");
    return;
  }
  const CommandRunner runner;
  CHECK(completed(runner, "se", 1) == "search\n");
  CHECK(completed(runner, "search --for", 2) == "--format\n");
  CHECK(completed(runner, "search --format js", 3) == "json jsonl\n");
  CHECK(completed(runner, "search --no-p", 2) == "--no-pager\n");
  CHECK(completed(runner, "help rem", 2) == "remove\n");
  CHECK(completed(runner, "search --facet pe", 3) == "person\n");
  CHECK(completed(runner, "facets --by person,pl", 3) == "person,place\n");
  CHECK(completed(runner, "facets --by men", 3) == "mentioned\n");
  CHECK(completed(runner, "search --where so", 3) == "source=\n");
  CHECK(completed(runner, "search pers", 2) == "person:\n");
  CHECK(completed(runner, "explain flood pub", 3) == "published:\n");
  CHECK(completed(runner, "completions z", 2) == "zsh\n");
  runner.dir().write("articles.jsonl", "");
  CHECK(completed(runner, "index '" + (runner.dir() / "art") + "'", 2) ==
        (runner.dir() / "articles.jsonl") + "\n");
}

TEST_CASE("completions: every shell reads its own") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const struct {
    const char* shell;
    const char* has;
  } cases[] = {{"bash", "complete -o filenames -F _dateline dateline"},
               {"zsh", "#compdef dateline"},
               {"fish", "-l sort -x -a 'relevance newest oldest'"}};
  for (const auto& [name, has] : cases) {
    const std::string shell = name;
    CAPTURE(shell);
    const std::string script = runner.run({"completions", shell}).out;
    CHECK(contains(script, has));
    CHECK(contains(script, "person org place thing source"));
    CHECK(contains(script, "title: person: org:"));
    if (!is_there(name)) {
      MESSAGE("skipped: no ", shell);
      continue;
    }
    const std::string file = runner.dir().write("script", script);
    CHECK(std::system((shell + " -n '" + file + "'").c_str()) == 0);
  }
}

}  // namespace
