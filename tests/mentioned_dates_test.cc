// What mentions of dates count as, from text to periods, terms and slot.

#include <dateline/annotate.h>
#include <dateline/period.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/mentioned_dates.h"
#include "index/schema.h"

namespace {

using namespace dateline;

// The names of the periods that a body of this sentence counts as.
std::string periods_of(const std::string& sentence, Date published = {}) {
  const auto article = annotate(
      Article{.id = "a", .title = "Report", .body = sentence, .published = published});
  std::string names;
  for (const DateRange& period : facet_dates(article)) {
    names += (names.empty() ? "" : " ") + period_name(period);
  }
  return names;
}

TEST_CASE("mentioned dates: what a text counts as") {
  const struct {
    std::string sentence;
    std::string periods;
  } cases[] = {
      {"It was signed on 2 March 2023 in the city.", "2023-03-02"},
      {"It was signed in March 2023 in the city.", "2023-03"},
      {"It was signed in 2023 in the city.", "2023"},
      {"It was signed in early 2023 in the city.", "2023"},
      {"Sales fell in the first quarter of 2022 and after.", "2022-Q1"},
      {"Sales fell in the second half of 2022 and after.", "2022-H2"},
      {"It was hot in the summer of 2022 and after.", "2022-06..2022-08"},
      {"He lived there in the 1970s and after.", "1970s"},
      {"He lived there in the 19th century and after.", "1800..1899"},
      // Each date of an interval by the precision that it is written in.
      {"They met from 2 to 4 March 2023 in the city.",
       "2023-03-02 2023-03-03 2023-03-04"},
      {"The war of 1914-1918 was over.", "1914 1915 1916 1917 1918"},
      // A time of the clock is its day.
      {"They met at 10 a.m. on 2 March 2023 in the city.", "2023-03-02"},
      // Without a day of publication what is relative is nowhere.
      {"They met on Thursday, last week and in May.", ""},
      // Durations, sets, ages and the present are no dates.
      {"For three days he, 53, ran daily, every Friday, and now he rests.", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.sentence);
    CHECK(periods_of(c.sentence) == c.periods);
  }
}

TEST_CASE("mentioned dates: what is relative counts from the day of publication") {
  const Date published{2023, 3, 2};
  CHECK(periods_of("They met on Thursday in the city.", published) == "2023-03-02");
  CHECK(periods_of("They met last week in the city.", published) == "2023-W08");
  CHECK(periods_of("They met last month in the city.", published) == "2023-02");
  CHECK(periods_of("They met a year ago in the city.", published) == "2022");
}

std::string counted(DateMention mention) {
  std::vector<DateRange> periods;
  add_mentioned(mention, periods);
  std::string names = std::to_string(periods.size());
  for (const DateRange& period : periods) names += " " + period_name(period);
  return names;
}

DateMention interval(const char* value, Date first, Date last) {
  return {.value = value, .range = {first_day(first), last_day(last)}};
}

TEST_CASE("mentioned dates: long intervals are their ends and all between") {
  CHECK(counted(interval("2023-01-01/2023-01-31", {2023, 1, 1}, {2023, 1, 31}))
            .starts_with("31 2023-01-01 2023-01-02 "));
  CHECK(counted(interval("2023-01-01/2023-02-01", {2023, 1, 1}, {2023, 2, 1})) ==
        "3 2023-01-01 2023-02-01 2023-01-01..2023-02-01");
  CHECK(counted(interval("2022-02/2023-01", {2022, 2}, {2023, 1}))
            .starts_with("12 2022-02 2022-03 "));
  CHECK(counted(interval("2022-01/2023-01", {2022}, {2023, 1})) ==
        "3 2022-01 2023-01 2022-01..2023-01");
  CHECK(counted(interval("1990/1999", {1990}, {1999})).starts_with("10 1990 1991 "));
  CHECK(counted(interval("1990/2020", {1990}, {2020})) == "3 1990 2020 1990..2020");
  CHECK(counted(interval("9998/9999", {9998}, {9999})) == "2 9998 9999");
  // Ends of different precision.
  CHECK(counted(interval("2022-12/2023-03-02", {2022, 12}, {2023, 3, 2})) ==
        "3 2022-12 2023-03-02 2022-12-01..2023-03-02");
  // Ends that are no dates.
  CHECK(counted(interval("2022-Q1/2022-Q3", {2022, 1}, {2022, 9})) ==
        "1 2022-01..2022-09");
}

TEST_CASE("mentioned dates: nothing is made of what is no period") {
  DateMention mention{.value = "2023-03", .range = days_of({2023, 3})};
  CHECK(counted(mention) == "1 2023-03");
  mention.type = DateType::kDuration;
  CHECK(counted(mention) == "0");
  mention.type = DateType::kSet;
  CHECK(counted(mention) == "0");
  mention.type = DateType::kDate;
  mention.region = Region::kReference;
  CHECK(counted(mention) == "0");
  mention.region = Region::kBody;
  for (const DateRange& broken :
       {DateRange{}, DateRange{{2023, 3, 1}, {}}, DateRange{{}, {2023, 3, 1}},
        DateRange{{2023, 3}, {2023, 3}}, DateRange{{2023, 2, 29}, {2023, 3, 1}},
        DateRange{{2023, 3, 2}, {2023, 3, 1}}}) {
    mention.range = broken;
    CHECK(counted(mention) == "0");
  }
}

TEST_CASE("mentioned dates: terms are those of every date that holds the period") {
  const auto terms = [](const char* name) {
    std::string text;
    for (const auto& term : schema::mentioned_terms(parse_period(name).value())) {
      text += (text.empty() ? "" : " ") + term;
    }
    return text;
  };
  CHECK(terms("2023-03-02") == "XMD:20230302 XMM:202303 XMY:2023");
  CHECK(terms("2023-03") == "XMM:202303 XMY:2023");
  CHECK(terms("2023") == "XMY:2023");
  CHECK(terms("2022-Q1") == "XMY:2022 XMP:20220101-20220331");
  CHECK(terms("2023-W10") == "XMM:202303 XMY:2023 XMP:20230306-20230312");
  CHECK(terms("2022-WI") == "XMP:20221201-20230228");
  CHECK(terms("1970s") == "XMP:19700101-19791231");
}

TEST_CASE("mentioned dates: the term of a period is read back") {
  const DateRange period{{987, 12, 1}, {2023, 2, 28}};
  CHECK(schema::period_of_term(schema::mentioned_period_term(period)) == period);
  for (const std::string term :
       {"", "XMP:", "XMP:20220101", "XMP:20220101-2022033", "XMP:20220101-20220230",
        "XMP:20220131-20220101", "XMP:20220101-202203310", "XMY:20220101-20220331",
        "XMP:2022x101-20220331", "XMP:20220101+20220331", "XMP:20220100-20220331"}) {
    CAPTURE(term);
    CHECK_FALSE(schema::period_of_term(term));
  }
}

TEST_CASE("mentioned dates: packed periods come back, and damage is noticed") {
  std::vector<DateRange> periods;
  for (const char* name : {"0001-01-01", "1970s", "2022-Q1", "2022", "2022-02",
                           "2022-W01", "2022-WI", "9999-12-31"}) {
    periods.push_back(parse_period(name).value());
  }
  const std::string packed = schema::pack_periods(periods);
  CHECK(packed.size() == 4 * 3 + 4 * 6);
  CHECK(schema::unpack_periods(packed) == periods);
  CHECK(schema::unpack_periods("")->empty());
  // Indexes of schema 2 have dates there.
  CHECK(schema::unpack_periods(schema::pack_dates(std::vector<Date>{
            {2022}, {2022, 2}})) == std::vector{days_of({2022}), days_of({2022, 2})});
  for (std::size_t size = 1; size < packed.size(); ++size) {
    const auto read = schema::unpack_periods(packed.substr(0, size));
    if (read) CHECK(read->size() < periods.size());
  }
  const std::string quarter = schema::pack_periods(std::vector{periods[2]});
  CHECK_FALSE(schema::unpack_periods(quarter.substr(0, 3)));
  CHECK_FALSE(schema::unpack_periods(quarter.substr(0, 3) + std::string(3, '\0')));
  CHECK_FALSE(schema::unpack_periods(quarter.substr(3) + quarter.substr(0, 3)));
  CHECK_FALSE(schema::unpack_periods("\xFF\xFF\xFF\xFF\xFF\xFF"));
}

}  // namespace
