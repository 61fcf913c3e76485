// The built command as a person meets it: colours, width, and that nothing which comes
// out of an article can take hold of the terminal. cli_help_test.cc has the help.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string>

#include "tests/command.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::Outcome;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Everything but line breaks that a terminal obeys: C0, DEL, C1, and reversals.
std::string controls_in(const std::string& text) {
  std::string found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if ((byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7F) {
      found += "C0 ";
    } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
      found += "C1 ";
    }
  }
  return found;
}

TEST_CASE("terminal: no control character of an article or file name comes through") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  // The reader drops most of these itself; identifiers and what it lets pass are ours.
  const std::string evil = "\\u001b]0;evil\\u0007\\u009b31m\\u007f\\u202e";
  runner.dir().write("evil\33[31m\n.jsonl",
                     "{\"id\":\"x" + evil + "\",\"title\":\"Flood " + evil +
                         "\",\"source\":\"S" + evil + "\",\"url\":\"http://x/" + evil +
                         "\",\"topics\":[\"t" + evil + "\"],\"author\":\"" + evil +
                         "\",\"body\":\"A flood " + evil +
                         " in Paris.\",\"names\":[{\"kind\":\"person\",\"name\":\"N" +
                         evil + "\"}]}\n{broken " + evil + "\n");
  const Outcome indexed = runner.run({"index", "."});
  CHECK(indexed.code == 0);
  CHECK(contains(indexed.err, "evil"));
  CHECK(controls_in(indexed.err + indexed.out) == "");
  for (const char* format : {"text", "json", "jsonl", "csv"}) {
    CAPTURE(format);
    const Outcome found =
        runner.run({"search", "flood", "--facet", "source,topic,author,person",
                    "--format", format});
    CHECK(found.code == 0);
    CHECK(controls_in(found.out + found.err) == "");
  }
  for (const char* typed : {"flood\33[31m (",
                            "\xC2\x9B"
                            "31m (flood",
                            "\xFF\xFE (flood"}) {
    const Outcome found = runner.run({"search", typed});
    CHECK(contains(found.err, "^"));
    CHECK(controls_in(found.out + found.err) == "");
  }
  const Outcome missing = runner.run({"show", "\33[31m\nno"});
  CHECK(missing.code == 1);
  CHECK(controls_in(missing.err) == "");
  CHECK(missing.err.find('\n') == missing.err.size() - 1);
}

// A runner with one article that says "flood" in a body of wide characters.
class WideNewsroom : public CommandRunner {
 public:
  WideNewsroom() {
    std::string body = "The flood in Paris came on 2 March 2023. ";
    for (int i = 0; i < 30; ++i) body += "洪水警報 ";
    dir().write(
        "a.jsonl",
        "{\"id\":\"a\",\"language\":\"en\",\"title\":\"A flood of news about Paris and "
        "its river, the Seine\",\"body\":\"" +
            body + "\"}");
    if (run({"index", "a.jsonl"}).code != 0) throw std::runtime_error("index failed");
  }
};

TEST_CASE("terminal: colours for a person, none for a program or under NO_COLOR") {
  if (!CommandRunner::has_terminals()) {
    MESSAGE("skipped: there are no pseudo-terminals here");
    return;
  }
  if (!CommandRunner::is_built()) return;
  WideNewsroom room;
  const CommandRunner::Words search = {"search", "flood", "--facet", "person"};
  const Outcome coloured = room.run_on_terminal(search, 60);
  CHECK(coloured.code == 0);
  CHECK(contains(coloured.out, "\33[1;33mflood\33[0m"));
  const Outcome shown = room.run_on_terminal({"show", "a"}, 60);
  CHECK(contains(shown.out, "\33[4m2 March 2023\33[0m"));
  CHECK(contains(shown.out, "\33[32mParis\33[0m"));
  CHECK(controls_in(room.run(search).out) == "");
  room.set_environment("NO_COLOR", "1");
  CHECK(controls_in(room.run_on_terminal(search, 60).out) == "");
  CHECK(controls_in(room.run_on_terminal({"show", "a"}, 60).out) == "");
}

TEST_CASE("terminal: lines fit its width, whatever the script") {
  if (!CommandRunner::has_terminals()) {
    MESSAGE("skipped: there are no pseudo-terminals here");
    return;
  }
  if (!CommandRunner::is_built()) return;
  WideNewsroom room;
  room.set_environment("NO_COLOR", "1");
  for (const unsigned short width : std::initializer_list<unsigned short>{30, 44, 80}) {
    CAPTURE(width);
    for (const CommandRunner::Words& words :
         {CommandRunner::Words{"search", "flood", "--facet", "place,published:month"},
          CommandRunner::Words{"show", "a"}}) {
      const std::string out = room.run_on_terminal(words, width).out;
      CHECK(contains(out, "洪"));
      std::size_t columns = 0;
      std::size_t widest = 0;
      for (const char c : out) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') columns = 0;
        // Three bytes from E4 on are two columns here, other characters one.
        if (byte >= 0x20 && (byte < 0x80 || byte >= 0xC0))
          columns += byte >= 0xE4 ? 2 : 1;
        widest = std::max(widest, columns);
      }
      CHECK(widest <= width);
      CHECK(widest > width / 2);
    }
  }
}

TEST_CASE("terminal: columns of wide characters, marks and pictures stand in line") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  // Four columns each.
  const std::initializer_list<const char*> sources = {
      "abcd", "日本", "😀😀", "e\u0301e\u0301e\u0301e\u0301", "Ｆ２", "한국"};
  std::string articles;
  for (const char* source : sources) {
    articles += std::string(R"({"id":")") + source + R"(","body":"Flood.","source":")" +
                source + "\"}\n";
  }
  REQUIRE(runner.run({"index", runner.dir().write("a.jsonl", articles)}).code == 0);
  const std::string text = runner.run({"facets", "flood", "--by", "source"}).out;
  for (const char* source : sources) {
    CAPTURE(source);
    CHECK(contains(text, "\n  " + std::string(source) + "  1  █"));
  }
}

TEST_CASE("terminal: a problem of the query is shown under the query") {
  if (!CommandRunner::is_built()) return;
  const WideNewsroom room;
  const Outcome outcome = room.run({"search", "flood", "(Paris"});
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.err, "\n  flood (Paris\n        ^"));
  // A long query is cut around the place.
  const Outcome far = room.run({"search", std::string(600, 'x') + " (Paris"});
  CHECK(contains(far.err, "…"));
  CHECK(contains(far.err, "^"));
  const std::size_t message_end = far.err.find('\n');
  CHECK(far.err.find('\n', message_end + 1) <= message_end + 1 + 85);
}

TEST_CASE("output: a closed pipe is success, a full disk is not") {
  if (!CommandRunner::is_built()) return;
  const WideNewsroom room;
  int pipe[2];
  REQUIRE(pipe2(pipe, O_CLOEXEC) == 0);
  ::close(pipe[0]);
  Outcome outcome = room.run_into({"search", "flood"}, pipe[1]);
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "");
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) return;
  outcome = room.run_into({"search", "flood"}, full);
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "dateline: The output cannot be written: "));
}

}  // namespace
