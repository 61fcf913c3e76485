// In which order articles are found, and what `any` finds.

#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/search_corpus.h"

namespace {

using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::build_index;
using dateline::testing::found;
using dateline::testing::search_corpus;
using dateline::testing::TempDir;

// One index for all tests that only read.
const Searcher& searcher() {
  static const TempDir folder;
  static const Searcher made(build_index(folder, search_corpus()));
  return made;
}

TEST_CASE("ranking: any of the words side by side will do") {
  const struct {
    std::string query;
    std::string ids;
    std::string reading;
  } cases[] = {
      {"treaty", "n1 n3 n7", "treaty"},
      {"nuclear flood", "n1 n4 n7", "nuclear OR flood"},
      {"nuclear zebra", "n1 n7", "nuclear OR zebra"},
      {"zebra", "", "zebra"},
      {"\"arms control\" troops", "n1 n5", "\"arms control\" OR troops"},
      {"troops =floods zebra", "n4 n5", "troops OR =floods OR zebra"},

      // A name is its words.
      {"New START", "n1 n2 n3", "New OR START"},

      // What people join themselves stays joined.
      {"nuclear AND flood", "", "nuclear AND flood"},
      {"(nuclear flood) AND insurance", "n4", "(nuclear OR flood) AND insurance"},
      {"(nuclear AND Lavrov) flood", "n1 n4", "(nuclear AND Lavrov) OR flood"},
      {"title:(treaty floods)", "n1 n4", "title:(treaty OR floods)"},

      // Metadata and dates only choose; what is not wanted is left out.
      {"nuclear flood source:AP", "n4", "(nuclear OR flood) AND source:AP"},
      {"nuclear published:2023 flood", "n1", "(nuclear OR flood) AND published:2023"},
      {"nuclear flood -Lavrov", "n4 n7", "(nuclear OR flood) AND NOT Lavrov"},
      {"nuclear -(plants football)", "n1 n7", "nuclear AND NOT (plants AND football)"},
      {"source:AP published:2022", "n4 n6", "source:AP AND published:2022"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(found(searcher(), c.query, {.any = true}) == c.ids);
    const auto results = searcher().search(parse_query(c.query).query, {.any = true});
    CHECK(results.reading == c.reading);
  }
}

TEST_CASE("ranking: with any the more words the higher, and no word is needed") {
  const auto results =
      searcher().search(parse_query("nuclear arms treaty zebra").query, {.any = true});
  const auto ids = dateline::testing::ids(results);
  REQUIRE(ids.size() == 5);
  CHECK((ids[0] == "n1" || ids[0] == "n7"));
  CHECK((ids[1] == "n1" || ids[1] == "n7"));
  CHECK(results.matches.count == 5);
}

TEST_CASE("ranking: any counts, filters and facets by what it finds") {
  const auto results = searcher().search(
      parse_query("nuclear flood").query,
      {.any = true, .facets = {"source"}, .where = {{"source", "AP"}}});
  CHECK(dateline::testing::ids(results) == std::vector<std::string>{"n4"});
  REQUIRE(results.facets.size() == 1);
  CHECK(results.facets[0].values.size() == 2);
}

}  // namespace
