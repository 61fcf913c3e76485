// Ranges of days as whole years, months and days.

#include <dateline/date.h>
#include <dateline/period.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/date_terms.h"

namespace {

using dateline::Date;
using dateline::DateRange;

std::string covered(const DateRange& range) {
  const std::vector<int> years = {1991, 2021, 2022, 2023, 2024};
  std::string text;
  for (const Date date : dateline::covering_dates(range, years)) {
    if (!text.empty()) text += ' ';
    text += dateline::to_string(date);
  }
  return text;
}

TEST_CASE("date terms: the coarsest dates that cover a range exactly") {
  const struct {
    DateRange range;
    std::string dates;
  } cases[] = {
      {{{2023, 1, 1}, {2023, 12, 31}}, "2023"},
      {{{2023, 2, 1}, {2023, 2, 28}}, "2023-02"},
      {{{2024, 2, 27}, {2024, 2, 29}}, "2024-02-27 2024-02-28 2024-02-29"},
      {{{2023, 3, 2}, {2023, 3, 2}}, "2023-03-02"},
      {{{2022, 12, 30}, {2024, 2, 1}}, "2022-12-30 2022-12-31 2023 2024-01 2024-02-01"},
      {{{2023, 2, 1}, {2023, 4, 30}}, "2023-02 2023-03 2023-04"},
      // Years that no article has are not asked for, however wide the range.
      {{{1, 1, 1}, {9999, 12, 31}}, "1991 2021 2022 2023 2024"},
      {{{1900, 1, 1}, {1980, 1, 1}}, ""},
      {{{}, {2021, 1, 31}}, "1991 2021-01"},
      {{{2023, 12, 31}, {}}, "2023-12-31 2024"},
      {{{}, {}}, "1991 2021 2022 2023 2024"},
      {{{2023, 5, 1}, {2023, 4, 1}}, ""},
      // Ends may be given as months and years.
      {{{2022}, {2023, 2}}, "2022 2023-01 2023-02"},
  };
  for (const auto& c : cases) {
    CAPTURE(dateline::period_name(c.range));
    CHECK(covered(c.range) == c.dates);
  }
}

TEST_CASE("date terms: every day of a range is covered once") {
  const std::vector<int> years = {2022, 2023, 2024};
  const std::int32_t begin = dateline::to_days({2022, 11, 20});
  for (std::int32_t first = begin; first < begin + 60; ++first) {
    for (std::int32_t last = first; last < first + 500; last += 7) {
      std::int32_t next = first;
      for (const Date date : dateline::covering_dates(
               {dateline::from_days(first), dateline::from_days(last)}, years)) {
        REQUIRE(dateline::to_days(dateline::first_day(date)) == next);
        next = dateline::to_days(dateline::last_day(date)) + 1;
      }
      REQUIRE(next == last + 1);
    }
  }
}

}  // namespace
