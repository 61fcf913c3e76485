// libFuzzer target: parses any bytes as a query and runs it over a dozen articles. What
// is found must be the same by every way of asking, and marked cleanly.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_search
//   build/fuzz/tests/fuzz_search -max_total_time=60

#include <dateline/query.h>
#include <dateline/searcher.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/search_corpus.h"
#include "tests/testing.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

const dateline::Searcher& searcher() {
  static const dateline::testing::TempDir folder;
  static const dateline::Searcher made(
      dateline::testing::build_index(folder, dateline::testing::search_corpus()));
  return made;
}

// Marks are closed, and are not within each other.
void check_marks(std::string_view snippet) {
  bool open = false;
  for (const char c : snippet) {
    require(c != (open ? '\x01' : '\x02'));
    open = c == '\x01' || (open && c != '\x02');
    require(static_cast<unsigned char>(c) >= 0x20 || c == '\x01' || c == '\x02');
  }
  require(!open);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = dateline::parse_query(text, {.today = {2023, 3, 2}});
  dateline::SearchOptions options;
  options.limit = 100;
  options.snippet = {.open = "\x01", .close = "\x02"};
  const auto results = searcher().search(parsed.query, options);
  require(results.hits.size() == results.matches.count);
  for (const auto& hit : results.hits) check_marks(hit.snippet);

  // With its opposite it is every article, and the two share none.
  if (results.reading == "every article") return 0;
  if (text.size() < 4'000) {
    const std::string written = parsed.query.to_text();
    const auto without =
        dateline::parse_query("NOT (" + written + ")", {.today = {2023, 3, 2}});
    if (without.problems.empty()) {
      const auto others = searcher().search(without.query, options);
      require(others.matches.count + results.matches.count == 11);
    }
  }
  const auto again =
      searcher().search(dateline::Query::from_json(parsed.query.to_json()), options);
  require(again.matches.count == results.matches.count);
  return 0;
}
