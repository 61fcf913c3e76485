// What may stand behind published: and about:.

#include <doctest/doctest.h>

#include <string>

#include "query/query_dates.h"

namespace {

using dateline::Date;
using dateline::query::DatesRead;
using dateline::query::read_dates;

std::string printed(const DatesRead& read) {
  if (!read.range) return "none";
  return to_string(read.range->first) + ".." + to_string(read.range->last);
}

TEST_CASE("query dates: days, months, years and ranges need no today") {
  struct {
    std::string text;
    std::string range;
  } const cases[] = {
      {"2023-03-02", "2023-03-02..2023-03-02"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"2023", "2023-01-01..2023-12-31"},
      {"2023-02..2023-04", "2023-02-01..2023-04-30"},
      {"2022..2023-03-02", "2022-01-01..2023-03-02"},
      {"2023..2023", "2023-01-01..2023-12-31"},
      {"2023..2023-03", "2023-01-01..2023-03-31"},
      {"..2022", "..2022-12-31"},
      {"2024-05..", "2024-05-01.."},
      {"0001..9999", "0001-01-01..9999-12-31"},
      {"2022-Q1", "2022-01-01..2022-03-31"},
      {"2023-w09", "2023-02-27..2023-03-05"},
      {"1970s", "1970-01-01..1979-12-31"},
      {"2022-Q4..2023-Q1", "2022-10-01..2023-03-31"},
      {"1970s..2022-SU", "1970-01-01..2022-08-31"},
      {"..2022-H1", "..2022-06-30"},
      // As journalists write them.
      {"March 1987", "1987-03-01..1987-03-31"},
      {"15 march 1987", "1987-03-15..1987-03-15"},
      {"Sept. 5, 2001", "2001-09-05..2001-09-05"},
      {"2nd Feb 2023..March 2023", "2023-02-02..2023-03-31"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const DatesRead read = read_dates(c.text, Date{});
    CHECK(printed(read) == c.range);
    CHECK(read.problem.empty());
  }
}

TEST_CASE("query dates: words that count from today") {
  struct {
    Date today;
    std::string text;
    std::string range;
  } const cases[] = {
      {{2023, 3, 2}, "today", "2023-03-02..2023-03-02"},
      {{2023, 3, 1}, "yesterday", "2023-02-28..2023-02-28"},
      {{2024, 3, 1}, "yesterday", "2024-02-29..2024-02-29"},
      {{2023, 1, 1}, "yesterday", "2022-12-31..2022-12-31"},
      {{2023, 3, 2}, "Today", "2023-03-02..2023-03-02"},

      // Weeks are Monday to Sunday, whatever day is today.
      {{2023, 3, 2}, "this-week", "2023-02-27..2023-03-05"},
      {{2023, 2, 27}, "this-week", "2023-02-27..2023-03-05"},
      {{2023, 3, 5}, "this-week", "2023-02-27..2023-03-05"},
      {{2023, 3, 2}, "last-week", "2023-02-20..2023-02-26"},
      {{2023, 2, 27}, "last-week", "2023-02-20..2023-02-26"},
      {{2023, 3, 5}, "last-week", "2023-02-20..2023-02-26"},
      {{2024, 1, 1}, "last-week", "2023-12-25..2023-12-31"},

      {{2023, 3, 31}, "this-month", "2023-03-01..2023-03-31"},
      {{2023, 3, 31}, "last-month", "2023-02-01..2023-02-28"},
      {{2023, 1, 15}, "last-month", "2022-12-01..2022-12-31"},
      {{2023, 3, 2}, "this-year", "2023-01-01..2023-12-31"},
      {{2024, 2, 29}, "last-year", "2023-01-01..2023-12-31"},

      // The last so many units, today the last day of them.
      {{2023, 3, 2}, "1d", "2023-03-02..2023-03-02"},
      {{2023, 3, 2}, "30d", "2023-02-01..2023-03-02"},
      {{2023, 3, 2}, "1w", "2023-02-24..2023-03-02"},
      {{2023, 3, 2}, "2w", "2023-02-17..2023-03-02"},
      {{2023, 3, 2}, "1m", "2023-02-03..2023-03-02"},
      {{2023, 3, 31}, "1m", "2023-03-01..2023-03-31"},
      {{2023, 1, 31}, "2m", "2022-12-01..2023-01-31"},
      {{2023, 3, 2}, "12m", "2022-03-03..2023-03-02"},
      {{2023, 3, 2}, "1y", "2022-03-03..2023-03-02"},
      {{2024, 2, 29}, "1y", "2023-03-01..2024-02-29"},
      {{2023, 3, 2}, "10Y", "2013-03-03..2023-03-02"},

      // Both kinds in one range.
      {{2023, 3, 2}, "2023-02-15..today", "2023-02-15..2023-03-02"},
      {{2023, 3, 2}, "last-month..yesterday", "2023-02-01..2023-03-01"},
      {{2023, 3, 2}, "last week .. today", "2023-02-20..2023-03-02"},
      {{2023, 3, 2}, "last-week..", "2023-02-20.."},

      // At the ends of the calendar.
      {{2023, 3, 2}, "9999999d", "0001-01-01..2023-03-02"},
      {{2023, 3, 2}, "9999999y", "0001-01-01..2023-03-02"},
      {{2023, 3, 2}, "2022y", "0001-03-03..2023-03-02"},
      {{1, 1, 1}, "yesterday", "0001-01-01..0001-01-01"},
      {{1, 1, 1}, "last-month", "0001-01-01..0001-01-31"},
      {{1, 1, 1}, "last-year", "0001-01-01..0001-12-31"},
      {{9999, 12, 31}, "this-week", "9999-12-27..9999-12-31"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CAPTURE(to_string(c.today));
    const DatesRead read = read_dates(c.text, c.today);
    CHECK(printed(read) == c.range);
    CHECK(read.problem.empty());
  }
}

TEST_CASE("query dates: what is no date is a problem") {
  const std::string texts[] = {"",
                               ".",
                               "..",
                               "...",
                               "2023-13",
                               "2023-02-29",
                               "2023-2-1",
                               "20230302",
                               "23",
                               "2023-2024",
                               "tomorrow",
                               "last-decade",
                               "d",
                               "0d",
                               "000w",
                               "-5d",
                               "5",
                               "5x",
                               "12345678d",
                               "2023..x",
                               "x..2023",
                               "2023...2024",
                               "2023..2024..2025",
                               "1.5y"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    const DatesRead read = read_dates(text, Date{2023, 3, 2});
    CHECK(!read.range);
    CHECK(read.problem.find("is not a date") != std::string::npos);
  }
}

TEST_CASE("query dates: the problem names the end of the range that is wrong") {
  CHECK(read_dates("2023..2023-99", {}).problem.starts_with("\"2023-99\" is not"));
  CHECK(read_dates("nope..2023", {}).problem.starts_with("\"nope\" is not"));
}

TEST_CASE("query dates: without a full today its words are a problem") {
  for (const Date today : {Date{}, Date{2023}, Date{2023, 3}, Date{2023, 2, 30}}) {
    const std::string texts[] = {"today", "last-week", "30d", "2020..today"};
    for (const std::string& text : texts) {
      CAPTURE(text);
      const DatesRead read = read_dates(text, today);
      CHECK(!read.range);
      CHECK(read.problem.find("counts from today") != std::string::npos);
    }
  }
}

TEST_CASE("query dates: a range that runs backwards is turned") {
  const DatesRead years = read_dates("2023..2021", {});
  CHECK(printed(years) == "2021-01-01..2023-12-31");
  CHECK(years.problem == "This range runs backwards; it is read as \"2021..2023\".");

  const DatesRead words = read_dates("today..last-week", {2023, 3, 2});
  CHECK(printed(words) == "2023-02-20..2023-03-02");
  CHECK(!words.problem.empty());
}

}  // namespace
