// A batch with articles that no index can take as they are: these are named, the others
// are kept, and where one commit ends is not for them to say.

#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/command.h"
#include "tests/faults/commit_script.h"
#include "tests/faults/index_digest.h"
#include "tests/faults/memory_folder.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

std::string json_line(const std::string& id, const std::string& title,
                      const std::string& body, const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "title": ")" + title + R"(", "body": ")" + body +
         "\"" + more + "}\n";
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Promise P3. Red when the first bad article ends the run, when what is left out is not
// named, and when an article without text is taken.
TEST_CASE("batch: bad articles are named, and the good ones are kept") {
  if (!CommandRunner::is_built()) return;
  const CommandRunner runner;
  const std::string nuls = repeated("\\u0000", 5'000);
  const std::string endless(100'000, 'x');
  const std::string long_id(300, 'i');
  const struct {
    std::string line;
    std::string id;
    std::string complaint;  // Empty: the article is good.
  } cases[] = {
      {json_line("first", "First", "A good article."), "first", ""},
      {json_line("empty", "", ""), "empty", "empty: "},
      {json_line(long_id, "Long id", "Text."), long_id, ""},
      {json_line("nuls", nuls, nuls), "nuls", "nuls: "},
      {json_line("nuls inside", "A " + nuls + "b", nuls + "text"), "nuls inside", ""},
      {json_line("word", "One word", endless), "word", ""},
      {json_line("fields", "Fields", "Text.",
                 R"(, "source": ")" + endless + R"(", "topics": [")" + endless +
                     R"(", ")" + nuls + R"("], "authors": [")" + nuls + R"("])"),
       "fields", ""},
      {json_line("huge", "Huge", repeated("a word and another ", 1'100'000)), "huge",
       "news.jsonl:8: "},
      {json_line("large", "Large", repeated("a word and another ", 100'000)), "large",
       ""},
      {"{\"id\": \"cut\", \"body\": \"never en\n", "cut", "news.jsonl:10: "},
      {json_line("last", "Last", "Another good article."), "last", ""},
  };
  std::string file;
  for (const auto& c : cases) file += c.line;
  runner.dir().write("news.jsonl", file);
  const auto outcome = runner.run({"index", "news.jsonl", "--no-names"});
  CAPTURE(outcome.err);
  CHECK(outcome.code == 0);
  const auto bodies = bodies_of(runner.index());
  for (const auto& c : cases) {
    CAPTURE(c.id);
    CHECK(bodies.contains(c.id) == c.complaint.empty());
    CHECK(outcome.err.find(c.complaint) != std::string::npos);
  }
}

// Promise P10. Red with two segments of several jobs exchanged, and with one term more
// from the slower writer.
TEST_CASE("batch: the same index from any number of jobs, by either way") {
  const auto digests = [](const ScriptOptions& options) {
    const MemoryFolder folder;
    const std::string path = folder.path() + "/news.db";
    std::vector<std::string> found;
    run_script(path, options, [&](int) { found.push_back(index_digest(path)); });
    return found;
  };
  const auto one = digests({.jobs = 1});
  REQUIRE(one.size() == kScriptCommits);
  CHECK(digests({.jobs = 2}) == one);
  CHECK(digests({.jobs = 4}) == one);
  CHECK(digests({.jobs = 3, .formatter = SegmentFormatter::kXapian}) == one);
}

}  // namespace
