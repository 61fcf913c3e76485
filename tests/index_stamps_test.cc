// A searcher that finds the stamps of its indexes as they were does not look further.

#include "query/index_stamps.h"

#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;
using std::chrono::seconds;

TEST_CASE("index stamps: settled are those that were read when they were old") {
  const IndexStamps some = {{.device = 1, .number = 2, .changed = 3}};
  const IndexStamps others = {{.device = 1, .number = 2, .changed = 4}};
  const SettledStamps::Clock::time_point start;
  SettledStamps stamps;
  CHECK_FALSE(stamps.are(some));
  const auto read = [&](const IndexStamps& seen, seconds after) {
    stamps.confirm(stamps.begin(seen, start + after));
    return stamps.are(seen);
  };
  CHECK_FALSE(read(some, seconds(0)));
  CHECK_FALSE(read(some, seconds(2)));
  CHECK(read(some, seconds(3)));
  CHECK_FALSE(stamps.are(others));
  CHECK_FALSE(read(others, seconds(4)));
  CHECK_FALSE(stamps.are(some));
  CHECK_FALSE(read(some, seconds(5)));
  CHECK(read(some, seconds(8)));

  // Until they are read again they say nothing.
  CHECK(stamps.begin(some, start + seconds(9)));
  CHECK_FALSE(stamps.are(some));
  const IndexStamps none(1);
  CHECK_FALSE(read(none, seconds(20)));
  CHECK_FALSE(read(none, seconds(30)));
}

TEST_CASE("index stamps: each commit and each exchange shows in them") {
  const TempDir folder;
  const std::string path = folder / "x";
  CHECK(stamps_of({path}) == IndexStamps(1));
  IndexStamps before = stamps_of({path});
  for (int i = 0; i < 5; ++i) {
    build(path, {article("a" + std::to_string(i))});
    CHECK(stamps_of({path}) != before);
    before = stamps_of({path});
  }
  build(folder / "other", {article("b")});
  std::filesystem::rename(path, folder / "old");
  std::filesystem::rename(folder / "other", path);
  CHECK(stamps_of({path}) != before);
}

// Seen red where stamps that are settled are not compared.
TEST_CASE("index stamps: what is committed to an index at rest is found at once") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, {article("a")});
  const Searcher searcher(path);
  const auto found = [&] {
    return searcher.search(parse_query("words").query).matches.count;
  };
  CHECK(found() == 1);
  std::this_thread::sleep_for(SettledStamps::kAge + std::chrono::milliseconds(50));
  CHECK(found() == 1);  // Now they are settled.
  CHECK(found() == 1);
  build(path, {article("b")});
  CHECK(found() == 2);
  build(folder / "other", {article("c"), article("d"), article("e")});
  std::filesystem::rename(path, folder / "old");
  std::filesystem::rename(folder / "other", path);
  CHECK(found() == 3);
  std::filesystem::remove_all(path);
  CHECK(error_of([&] { found(); })->code() == ErrorCode::kNotFound);
}

}  // namespace
