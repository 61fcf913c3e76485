// Dates in running text: what is one, what is none, and which day is meant.

#include "index/dates/date_tagger.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using dateline::Date;
using dateline::DatePrecision;

// "surface=value", parted by "; ".
std::string dates_in(std::string_view text, Date reference = {}) {
  std::string shown;
  for (const auto& mention : dateline::dates::tag_dates(text, reference)) {
    if (!shown.empty()) shown += "; ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    shown += '=';
    shown += mention.value;
  }
  return shown;
}

struct Case {
  std::string text;
  std::string dates;
};

TEST_CASE("dates: absolute ones need no reference day") {
  const Case cases[] = {
      {"", ""},
      {"on 2 March 2023.", "2 March 2023=2023-03-02"},
      {"on March 2, 2023, he", "March 2, 2023=2023-03-02"},
      {"CNN, 2 Mar. 2023, https", "2 Mar. 2023=2023-03-02"},
      {"Feb. 24, 2022", "Feb. 24, 2022=2022-02-24"},
      {"Feb 24 2022", "Feb 24 2022=2022-02-24"},
      {"the 2nd of March 2023", "2nd of March 2023=2023-03-02"},
      {"March 2nd, 2023", "March 2nd, 2023=2023-03-02"},
      {"Thursday, March 2, 2023", "Thursday, March 2, 2023=2023-03-02"},
      {"2023-03-02", "2023-03-02=2023-03-02"},
      {"2023-03-02T10:00:00Z", "2023-03-02T10:00:00Z=2023-03-02T10:00"},
      {"/2023/03/02/", "2023/03/02=2023-03-02"},
      {"24/02/2022", "24/02/2022=2022-02-24"},
      {"02/24/2022", "02/24/2022=2022-02-24"},
      {"03/02/2022", "03/02/2022="},
      {"in December 2018 by", "December 2018=2018-12"},
      {"Dec. 2018", "Dec. 2018=2018-12"},
      {"March 2-4, 2023", "March 2-4, 2023=2023-03-02/2023-03-04"},
      {"2 to 4 March 2023", "2 to 4 March 2023=2023-03-02/2023-03-04"},
      {"MARCH 2, 1987", "MARCH 2, 1987=1987-03-02"},
      {"imprisoned since 2018.", "2018=2018"},
      {"in 2020 and is", "2020=2020"},
      {"in late 1999", "late 1999=1999"},
      {"(1999)", "1999=1999"},
      {"the summer of 2012", "the summer of 2012=2012-SU"},
      {"the 2012 Olympics", "2012=2012"},
      {"the season 2022-23", "2022-23=2022/2023"},
      {"2019\xE2\x80\x93"
       "2021",
       "2019\xE2\x80\x93"
       "2021=2019/2021"},
      {"since the 1970s.", "the 1970s=197"},
      {"in the '70s", "70s=197"},
      {"March\xC2\xA0"
       "2, 2023",
       "March\xC2\xA0"
       "2, 2023=2023-03-02"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dates_in(c.text) == c.dates);
  }
}

TEST_CASE("dates: what looks like one and is none") {
  const Case cases[] = {
      {"2000 people and 2000 troops", ""},
      {"in 2000 dollars", ""},
      {"of 2000 workers", ""},
      {"$2000", ""},
      {"\xE2\x82\xAC"
       "1999",
       ""},
      {"2,000 and 12,000,000", ""},
      {"0.1999 pct", ""},
      {"the Group of 20", ""},
      {"a 10-minute talk of 141 countries, 18 of the 20", "10-minute=PT10M"},
      {"February 30, 2022", ""},
      {"a Boeing 747 and a Boeing 1900", ""},
      {"they may march in may", ""},
      {"Theresa May and April Smith", ""},
      {"May 2000 people", "May 2000=2000-05"},
      {"99/99/2022", ""},
      {"call 555-2020-1234", ""},
      {"99999999999999999999 in 99999999999999999999", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dates_in(c.text) == c.dates);
  }
}

TEST_CASE("dates: relative ones count from the reference day, a Thursday") {
  struct {
    std::string text;
    std::string with;
    std::string without;
  } const cases[] = {
      {"On Thursday he", "Thursday=2023-03-02", "Thursday=XXXX-WXX-4"},
      {"on Tuesday", "Tuesday=2023-02-28", "Tuesday=XXXX-WXX-2"},
      {"last Thursday", "last Thursday=2023-02-23", "last Thursday=XXXX-WXX-4"},
      {"next Monday", "next Monday=2023-03-06", "next Monday=XXXX-WXX-1"},
      {"until Friday", "Friday=2023-03-03", "Friday=XXXX-WXX-5"},
      {"today", "today=2023-03-02", "today="},
      {"Yesterday", "Yesterday=2023-03-01", "Yesterday="},
      {"today's world", "", ""},
      {"last week", "last week=2023-W08", "last week="},
      {"last month", "last month=2023-02", "last month="},
      {"last year", "last year=2022", "last year="},
      {"last summer", "last summer=2022-SU", "last summer="},
      {"last January", "last January=2022-01", "last January=XXXX-01"},
      {"last February", "last February=2022-02", "last February=XXXX-02"},
      {"last July", "last July=2022-07", "last July=XXXX-07"},
      {"in February last year", "February last year=2022-02", "February last year="},
      {"in December.", "December=2022-12", "December=XXXX-12"},
      {"on February 20", "February 20=2023-02-20", "February 20=XXXX-02-20"},
      {"on 20 December", "20 December=2022-12-20", "20 December=XXXX-12-20"},
      {"on March 20", "March 20=2023-03-20", "March 20=XXXX-03-20"},
      {"on May 1", "May 1=2023-05-01", "May 1=XXXX-05-01"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(dates_in(c.text, Date{2023, 3, 2}) == c.with);
    CHECK(dates_in(c.text) == c.without);
  }
}

TEST_CASE("dates: what is to come lies after the reference day, a Thursday") {
  const Case cases[] = {
      {"are to meet in the capital on 9 and 10 September.",
       "9 and 10 September=2023-09-09/2023-09-10"},
      {"THE TALKS WILL START AGAIN IN SEPTEMBER.", "SEPTEMBER=2023-09"},
      {"will declare the country liberated on Sunday", "Sunday=2023-03-05"},
      {"She turns 53 on Sunday.", "Sunday=2023-03-05"},
      {"The council plans to vote on Wednesday.", "Wednesday=2023-03-08"},
      {"The ship is due in port on 20 December.", "20 December=2023-12-20"},
      {"Closed until June 5; open by MONDAY.", "June 5=2023-06-05; MONDAY=2023-03-06"},
      {"It would begin on Tuesday.", "Tuesday=2023-03-07"},
      // The past tense ends what is to come, and so do the sentence and the clause.
      {"The plan, which will cost much, was agreed on Tuesday.", "Tuesday=2023-02-28"},
      {"Output will fall from November, they agreed on Wednesday.",
       "November=2023-11; Wednesday=2023-03-01"},
      {"They would go, he said on Wednesday.", "Wednesday=2023-03-01"},
      {"It will rain. It snowed on Wednesday.", "Wednesday=2023-03-01"},
      {"It will rain, and on Wednesday it snowed.", "Wednesday=2023-03-01"},
      {"It will start later, the board voted on Tuesday.", "Tuesday=2023-02-28"},
      {"He was due in court on Tuesday.", "Tuesday=2023-02-28"},
      {"The road closed due to snow on Tuesday.", "Tuesday=2023-02-28"},
      {"He flew to Paris to meet Lavrov on Tuesday.", "Tuesday=2023-02-28"},
      {"Actor Will Smith came on Tuesday.", "Tuesday=2023-02-28"},
      {"The count lasted until Tuesday.", "Tuesday=2023-02-28"},
      // Too far back to govern the date.
      {"They will, so the many old and new papers of the five or six towns of the "
       "valley report, sit on Tuesday.",
       "Tuesday=2023-02-28"},
      // A year that is written stands, and so does a day just gone.
      {"It will end on 5 February 2022.", "5 February 2022=2022-02-05"},
      {"The rule that will hold from 1 March.", "1 March=2023-03-01"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dates_in(c.text, Date{2023, 3, 2}) == c.dates);
  }
}

TEST_CASE("dates: none lies beyond the years that there are") {
  CHECK(dates_in("in March", {9999, 12, 31}) == "");
  CHECK(dates_in("next year", {9999, 12, 31}) == "");
  CHECK(dates_in("last December", {1, 1, 1}) == "");
  CHECK(dates_in("from June to March", {9999, 12, 31}) == "June=9999-06");
  CHECK(dates_in("in March", {9998, 12, 31}) == "March=9999-03");
}

TEST_CASE("dates: a month or year is no reference day") {
  CHECK(dates_in("today", Date{2023, 3}) == "today=");
}

TEST_CASE("dates: precision and range say what is covered") {
  const auto month = dateline::dates::tag_dates("in December 2018", {});
  REQUIRE(month.size() == 1);
  CHECK(month[0].precision == DatePrecision::kMonth);
  CHECK(month[0].range.first == Date{2018, 12, 1});
  CHECK(month[0].range.last == Date{2018, 12, 31});
  CHECK(month[0].reason == "month and year");
  const auto decade = dateline::dates::tag_dates("the 1970s", {});
  REQUIRE(decade.size() == 1);
  CHECK(decade[0].range.first == Date{1970, 1, 1});
  CHECK(decade[0].range.last == Date{1979, 12, 31});
}

}  // namespace
