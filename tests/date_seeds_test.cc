// Dates of the five seeds, with and without their day of publication.

#include "index/dates/date_tagger.h"
#include "testing.h"

#include <dateline/annotate.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

namespace {

using dateline::Date;
using dateline::DateMention;

constexpr Date kThursday{2023, 3, 2};

// The values of the five seeds in regions that give facets, of days and coarser.
std::set<std::string> seed_values(const std::filesystem::path& folder, Date published) {
  std::set<std::string> values;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string text = dateline::testing::read_file(entry.path());
    for (const DateMention& mention : dateline::dates::tag_dates(text, published))
      if (mention.range.first)
        values.insert(mention.value.substr(0, mention.value.find('T')));
  }
  return values;
}

TEST_CASE("dates: the seeds") {
  const auto seeds = dateline::testing::shared_data("seeds");
  if (!seeds) {
    MESSAGE("skipped: no shared data");
    return;
  }
  const auto with = seed_values(*seeds, kThursday);
  for (const char* value :
       {"2023-03-02", "2023-03-01", "2023-02-28", "2023-W08", "2023-03-05",
        "2022-02-24", "2022-02", "2022-01", "2022-07", "2022-SU", "2022-12", "2020-06",
        "2020", "2018-12", "2018", "2022", "197"}) {
    CAPTURE(std::string(value));
    CHECK(with.contains(value));
  }
  const auto without = seed_values(*seeds, {});
  for (const char* value : {"2022-02-24", "2020-06", "2018-12", "2018", "197"}) {
    CAPTURE(std::string(value));
    CHECK(without.contains(value));
  }
  for (const char* value :
       {"2023-03-01", "2023-02-28", "2023-W08", "2023-03-05", "2022-SU", "2022-07"}) {
    CAPTURE(std::string(value));
    CHECK_FALSE(without.contains(value));
  }
}

}  // namespace
