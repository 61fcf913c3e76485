// That nothing which comes out of an article, a file name or a query can take hold of a
// terminal: every command that prints text, on a terminal and into a pipe.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::Outcome;

// ESC and BEL, C1's CSI, DEL, carriage return and backspace, reversals of direction and
// isolates, line separators; as JSON.
const std::string kEvil =
    "\\u001b]0;evil\\u0007\\u009b31m\\u007f\\r\\b\\u202e\\u2066\\u200f\\u061c\\u2028"
    "\\u0085";

// The names of what a terminal obeys, or reads backwards, in `text`; our own colours
// and the line ends that a terminal makes aside.
std::string controls_in(const std::string& text, bool on_terminal) {
  std::string found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return static_cast<unsigned char>(i + at < text.size() ? text[i + at] : 0);
    };
    const unsigned char first = byte(0);
    if (on_terminal && first == '\r' && byte(1) == '\n') continue;
    if ((first < 0x20 && first != '\n') || first == 0x7F) found += "C0 ";
    if (first == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) found += "C1 ";
    if (first == 0xD8 && byte(1) == 0x9C) found += "ALM ";
    if (first != 0xE2) continue;
    const bool reverses = (byte(1) == 0x80 &&
                           (byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE))) ||
                          (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
    if (reverses) found += "bidi ";
  }
  return found;
}

// An index of articles that have the worst in every field.
class EvilNewsroom : public CommandRunner {
 public:
  EvilNewsroom() {
    set_environment("NO_COLOR", "1");
    std::string articles;
    for (const char* name : {"a", "b"}) {
      articles += "{\"id\":\"" + std::string(name) + kEvil + "\",\"title\":\"Flood " +
                  kEvil + " in Paris\",\"source\":\"S" + kEvil +
                  "\",\"published\":\"2023-03-02\",\"url\":\"http://x/" + kEvil +
                  "\",\"topics\":[\"t" + kEvil + "\"],\"authors\":[\"w" + kEvil +
                  "\"],\"body\":\"A flood " + kEvil +
                  " came to Paris on 2 March 2023. The mayor, Anne Hidalgo, spoke of " +
                  kEvil + "it.\",\"names\":[{\"kind\":\"person\",\"name\":\"Ann" +
                  kEvil + " Lee\"},{\"kind\":\"place\",\"name\":\"Pa" + kEvil +
                  "ris\"}]}\n";
    }
    file = dir().write("evil\33[31m\xC2\x9B\xE2\x80\xAE.jsonl",
                       articles + "{broken " + kEvil + "\n");
    indexed = run({"index", file});
    // As it came out of the index: the id that other commands are asked for.
    const auto found = dateline::testing::json::parse(
        run({"search", "flood", "--format", "json", "--sort", "oldest"}).out);
    id = found.at("hits").at(0).at("id").get<std::string>();
  }

  std::string file;
  std::string id;
  Outcome indexed;
};

TEST_CASE("controls: none of an article, a file name or a query gets through") {
  if (!CommandRunner::is_built()) return;
  const EvilNewsroom room;
  CHECK(contains(room.indexed.err, "evil"));
  CHECK(controls_in(room.indexed.err + room.indexed.out, false) == "");
  const std::string evil =
      "flood\33[31m\x07\xC2\x9B\x7F\xE2\x80\xAE\xE2\x81\xA6 (\xFF Pariss";
  const std::vector<CommandRunner::Words> commands = {
      {"index", room.file, "--published", evil},
      {"index", room.file + evil},
      {"index", room.file, "--rejects", "no\33[31m/such"},
      {"search", "flood", "--facet", "source,topic,author,person,place,published"},
      {"search", "flood", "--fold", "--count", "stories"},
      {"search", "flood", "--where", "source=" + evil},
      {"search", "flood", "--where", evil},
      {"search", "flood", "--facet", evil},
      {"search", "flood", "--sort", evil},
      {"search", "--" + evil},
      {"search", evil},
      {"search", "person:" + evil},
      {"search", evil + ":x"},
      {"search", "flood", "--format", "csv"},
      {"search", "flood", "--format", "json"},
      {"search", "flood", "--format", "jsonl"},
      {"facets", "--by", "source,topic,author,person,place"},
      {"facets", evil},
      {"timeline", "flood"},
      {"timeline", "flood", "--by", "day", "--from", evil},
      {"names"},
      {"names", evil},
      {"names", "--why", "--kind", "person", "Ann Lee", evil},
      {"names", "--merge", "--kind", "person", "Ann Lee", evil},
      {"show", room.id},
      {"show", evil},
      {"similar", room.id},
      {"similar", evil},
      {"explain", "flood"},
      {"explain", evil},
      {"info"},
      {"info", "--index", evil},
      {"check", "--index", evil},
      {"check", "--against", evil},
      {"check", "--against", room.file},
      {"remove", evil},
      {"annotate", room.file},
      {"annotate", room.file, "--format", "text"},
      {"annotate", evil},
      {"help", evil},
      {evil},
  };
  for (const CommandRunner::Words& words : commands) {
    CAPTURE(words.front());
    CAPTURE(words.size() > 1 ? words[1] : "");
    const Outcome outcome = room.run(words);
    CHECK(outcome.out + outcome.err != "");
    CHECK(controls_in(outcome.err, false) == "");
    // In CSV, lines end with CR LF.
    const bool is_table = words.back() == "csv";
    // What is no text is told byte for byte: JSON escapes the rest.
    if (words.back().starts_with("json") || words.front() == "annotate") continue;
    CHECK(controls_in(outcome.out, is_table) == "");
    if (is_table || !CommandRunner::has_terminals()) continue;
    CHECK(controls_in(room.run_on_terminal(words, 80).out, true) == "");
  }
}

TEST_CASE("controls: JSON has them as escapes, so that nothing is lost") {
  if (!CommandRunner::is_built()) return;
  const EvilNewsroom room;
  for (const CommandRunner::Words& words :
       {CommandRunner::Words{"search", "flood", "--format", "json"},
        CommandRunner::Words{"show", room.id, "--format", "json"},
        CommandRunner::Words{"names", "--format", "json"},
        CommandRunner::Words{"annotate", room.file}}) {
    const Outcome outcome = room.run(words);
    CHECK(dateline::testing::json::parse(outcome.out).at("format_version") == 1);
    CHECK(controls_in(outcome.out, false) == "");
  }
}

}  // namespace
