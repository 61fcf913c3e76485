// Dates as values: reading, writing, the calendar.

#include <dateline/date.h>
#include <doctest/doctest.h>

#include <string>

namespace {

using dateline::Date;

TEST_CASE("date: reads ISO 8601 days, months and years, and nothing else") {
  struct {
    const char* text;
    const char* read;  // As to_string() writes it; "" is refused.
  } const cases[] = {
      {"2023-03-02", "2023-03-02"},
      {"2023-03", "2023-03"},
      {"2023", "2023"},
      {"0033", "0033"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", ""},
      {"1900-02-29", ""},
      {"2023-13", ""},
      {"2023-00", ""},
      {"2023-04-31", ""},
      {"2023-4-1", ""},
      {"2023/04/01", ""},
      {" 2023", ""},
      {"0000", ""},
      {"20230302", ""},
      {"+023", ""},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto date = dateline::parse_date(c.text);
    CHECK((date ? to_string(*date) : std::string()) == c.read);
  }
}

TEST_CASE("date: knows its first and last day") {
  CHECK(first_day(Date{2024}) == Date{2024, 1, 1});
  CHECK(last_day(Date{2024}) == Date{2024, 12, 31});
  CHECK(first_day(Date{2024, 2}) == Date{2024, 2, 1});
  CHECK(last_day(Date{2024, 2}) == Date{2024, 2, 29});
  CHECK(last_day(Date{2023, 2}) == Date{2023, 2, 28});
  CHECK(last_day(Date{2023, 3, 2}) == Date{2023, 3, 2});
}

TEST_CASE("date: counts days, there and back") {
  CHECK(to_days(Date{1970, 1, 1}) == 0);
  CHECK(to_days(Date{2000, 3, 1}) == 11017);
  CHECK(to_days(Date{1969, 12, 31}) == -1);
  CHECK(weekday(Date{2023, 3, 2}) == 4);   // A Thursday.
  CHECK(weekday(Date{1987, 2, 26}) == 4);  // So was Reuters-21578's first day.

  Date previous = dateline::from_days(-719'162);
  for (int day = -719'161; day < 100'000; ++day) {
    const Date date = dateline::from_days(day);
    REQUIRE(to_days(date) == day);
    REQUIRE(previous < date);
    previous = date;
  }
}

}  // namespace
