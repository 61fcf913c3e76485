// Units of the calendar as numbers, against the days one by one.

#include "query/calendar_units.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using dateline::CalendarUnit;
using dateline::Date;
using dateline::period_name;
using dateline::unit_days;
using dateline::unit_holding;
using dateline::unit_number;

TEST_CASE("calendar units: the unit of a day, and the next one") {
  const struct {
    CalendarUnit unit;
    Date day;
    const char* name;
    const char* next;
  } cases[] = {
      {CalendarUnit::kDay, {2023, 12, 31}, "2023-12-31", "2024-01-01"},
      {CalendarUnit::kWeek, {1970, 1, 1}, "1970-W01", "1970-W02"},
      {CalendarUnit::kWeek, {1969, 12, 28}, "1969-W52", "1970-W01"},
      {CalendarUnit::kWeek, {2021, 1, 3}, "2020-W53", "2021-W01"},
      {CalendarUnit::kMonth, {2023, 12, 31}, "2023-12", "2024-01"},
      {CalendarUnit::kQuarter, {2023, 12, 31}, "2023-Q4", "2024-Q1"},
      {CalendarUnit::kYear, {2023, 12, 31}, "2023", "2024"},
      {CalendarUnit::kDecade, {1979, 12, 31}, "1970s", "1980s"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const std::int64_t number = unit_number(c.unit, c.day);
    CHECK(period_name(unit_days(c.unit, number)) == c.name);
    CHECK(period_name(unit_days(c.unit, number + 1)) == c.next);
    CHECK(dateline::parse_calendar_unit(to_string(c.unit)) == c.unit);
  }
  CHECK_FALSE(dateline::parse_calendar_unit("auto"));
}

TEST_CASE("calendar units: units follow on each other without gap or overlap") {
  for (const CalendarUnit unit : dateline::kCalendarUnits) {
    CAPTURE(to_string(unit));
    for (const Date middle : {Date{1, 1, 1}, Date{1900, 3, 1}, Date{9999, 12, 31}}) {
      const std::int32_t about = dateline::to_days(middle);
      std::int64_t before = unit_number(unit, middle) - 800;
      for (std::int32_t d = about - 800; d <= about + 800; ++d) {
        if (d < dateline::to_days({1, 1, 1})) continue;
        if (d > dateline::to_days({9999, 12, 31})) break;
        const Date day = dateline::from_days(d);
        const std::int64_t number = unit_number(unit, day);
        const auto days = unit_days(unit, number);
        REQUIRE(days.first <= day);
        REQUIRE(day <= days.last);
        REQUIRE(unit_holding(unit, days) == number);
        if (day == days.last)
          before = number;
        else
          REQUIRE(number >= before);
      }
    }
  }
}

TEST_CASE("calendar units: a period counts in the unit that holds the whole of it") {
  const dateline::DateRange quarter{{2023, 1, 1}, {2023, 3, 31}};
  CHECK_FALSE(unit_holding(CalendarUnit::kDay, quarter));
  CHECK_FALSE(unit_holding(CalendarUnit::kWeek, quarter));
  CHECK_FALSE(unit_holding(CalendarUnit::kMonth, quarter));
  CHECK(unit_holding(CalendarUnit::kQuarter, quarter));
  CHECK(unit_holding(CalendarUnit::kYear, quarter) == 2023);
  CHECK(unit_holding(CalendarUnit::kDecade, quarter) == 202);
}

}  // namespace
