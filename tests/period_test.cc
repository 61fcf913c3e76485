// Periods of the calendar by name.

#include <dateline/period.h>
#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>

namespace {

using dateline::Date;
using dateline::DateRange;
using dateline::parse_period;
using dateline::period_name;

std::string days(const DateRange& range) {
  return to_string(range.first) + " " + to_string(range.last);
}

TEST_CASE("period: names are read") {
  const struct {
    std::string name;
    std::string days;
  } cases[] = {
      {"2023-03-02", "2023-03-02 2023-03-02"}, {"2024-02", "2024-02-01 2024-02-29"},
      {"0007", "0007-01-01 0007-12-31"},       {"2022-Q1", "2022-01-01 2022-03-31"},
      {"2022-q4", "2022-10-01 2022-12-31"},    {"2022-H1", "2022-01-01 2022-06-30"},
      {"2022-h2", "2022-07-01 2022-12-31"},    {"2022-SP", "2022-03-01 2022-05-31"},
      {"2022-su", "2022-06-01 2022-08-31"},    {"2022-FA", "2022-09-01 2022-11-30"},
      {"2022-WI", "2022-12-01 2023-02-28"},    {"2023-W09", "2023-02-27 2023-03-05"},
      {"2021-W01", "2021-01-04 2021-01-10"},   {"2020-W53", "2020-12-28 2021-01-03"},
      {"1970s", "1970-01-01 1979-12-31"},      {"1970S", "1970-01-01 1979-12-31"},
      {"197X", "1970-01-01 1979-12-31"},       {"19xx", "1900-01-01 1999-12-31"},
      {"0010s", "0010-01-01 0019-12-31"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto range = parse_period(c.name);
    REQUIRE(range);
    CHECK(days(*range) == c.days);
  }
}

TEST_CASE("period: what is no name of one, or names nothing that exists") {
  for (const std::string name :
       {"",         "2023-",     "2023-3",          "2023-02-29", "2022-Q0",
        "2022-Q5",  "2022-Q",    "2022-Q1a",        "2022Q1",     "2022-H3",
        "2022-W00", "2022-W54",  "2021-W53",        "2022-W1",    "2022-XX",
        "1975s",    "70s",       "0000s",           "000X",       "00XX",
        "XXXX",     "1X70",      "1970s.",          "1970ss",     "0000-Q1",
        "197",      "2022-Q1..", "２０２３",        "2023-W09-1", "-2023-Q1",
        "+202-Q1",  " 2023",     "2023-03-02T10:00"}) {
    CAPTURE(name);
    CHECK_FALSE(parse_period(name));
  }
}

TEST_CASE("period: the shortest name of some days") {
  const struct {
    DateRange range;
    const char* name;
  } cases[] = {
      {{{2023, 1, 1}, {2023, 12, 31}}, "2023"},
      {{{2023, 3, 1}, {2023, 3, 31}}, "2023-03"},
      {{{2023, 3, 2}, {2023, 3, 2}}, "2023-03-02"},
      {{{2023, 4, 1}, {2023, 6, 30}}, "2023-Q2"},
      {{{2023, 7, 1}, {2023, 12, 31}}, "2023-H2"},
      {{{1970, 1, 1}, {1979, 12, 31}}, "1970s"},
      {{{1971, 1, 1}, {1980, 12, 31}}, "1971..1980"},
      {{{1900, 1, 1}, {1999, 12, 31}}, "1900..1999"},
      {{{2023, 2, 1}, {2023, 4, 30}}, "2023-02..2023-04"},
      {{{2023, 2, 1}, {2023, 12, 31}}, "2023-02..2023-12"},
      {{{2022, 1, 1}, {2023, 12, 31}}, "2022..2023"},
      {{{2023, 1, 1}, {2023, 4, 15}}, "2023-01-01..2023-04-15"},
      {{{2023, 2, 27}, {2023, 3, 5}}, "2023-W09"},
      {{{2023, 2, 28}, {2023, 3, 6}}, "2023-02-28..2023-03-06"},
      {{{2020, 12, 28}, {2021, 1, 3}}, "2020-W53"},
      {{{}, {2022, 12, 31}}, "..2022"},
      {{{2024, 1, 1}, {}}, "2024.."},
      {{{}, {2022, 5, 1}}, "..2022-05-01"},
      {{{}, {}}, ".."},
      // Ends may be given as months and years.
      {{{2022}, {2023, 2}}, "2022-01..2023-02"},
  };
  for (const auto& c : cases) CHECK(period_name(c.range) == c.name);
}

TEST_CASE("period: names without dots are read back") {
  for (int year = 1998; year <= 2002; ++year) {
    for (int first = 1; first <= 12; ++first) {
      for (int last = first; last <= 12; ++last) {
        const DateRange range{{year, first, 1}, last_day(Date{year, last})};
        const std::string name = period_name(range);
        if (name.find("..") == std::string::npos) CHECK(parse_period(name) == range);
      }
    }
  }
}

TEST_CASE("period: the finest date that holds it") {
  const struct {
    DateRange range;
    const char* date;
  } cases[] = {
      {{{2023, 3, 2}, {2023, 3, 2}}, "2023-03-02"},
      {{{2023, 3, 2}, {2023, 3, 4}}, "2023-03"},
      {{{2023, 3, 1}, {2023, 3, 31}}, "2023-03"},
      {{{2023, 2, 27}, {2023, 3, 5}}, "2023"},
      {{{2022, 12, 31}, {2023, 1, 1}}, ""},
      {{{}, {2023, 1, 1}}, ""},
  };
  for (const auto& c : cases) CHECK(to_string(holding_date(c.range)) == c.date);
}

TEST_CASE("period: one within another") {
  const auto period = [](const char* name) { return parse_period(name).value(); };
  CHECK(holds(period("2022"), period("2022-Q1")));
  CHECK(holds(period("2022-Q1"), period("2022-03")));
  CHECK(holds(period("2022-Q1"), period("2022-Q1")));
  CHECK_FALSE(holds(period("2022-03"), period("2022-Q1")));
  CHECK_FALSE(holds(period("2022"), period("2022-WI")));
  CHECK(holds({}, period("2022")));
  CHECK(holds({{}, {2022, 12, 31}}, period("2022")));
  CHECK(holds({{2022, 1, 1}, {}}, period("2022")));
  CHECK_FALSE(holds({{2022, 1, 2}, {}}, period("2022")));
  CHECK_FALSE(holds(period("2022"), {}));
}

}  // namespace
