// Times, durations, sets, periods and the story that a text tells: by tables.
//
// The rules were developed on corpus/gold/train and on the half of TimeBank and AQUAINT
// whose files' names have an even FNV-1a hash of 64 bits; the other half checks them:
// `dateline eval dates --timeml DIR --half develop|check`.

#include "index/dates/calendar.h"
#include "index/dates/date_tagger.h"

#include <dateline/annotate.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using dateline::Date;
using dateline::DateMention;

constexpr Date kThursday{2023, 3, 2};

// "surface|TYPE|value" and "|modifier" where there is one, parted by "; ".
std::string read(std::string_view text, Date reference = kThursday,
                 std::string_view language = "") {
  constexpr const char* kTypes[] = {"DATE", "TIME", "DURATION", "SET"};
  std::string shown;
  for (const DateMention& mention :
       dateline::dates::tag_dates(text, reference, language)) {
    if (!shown.empty()) shown += "; ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    shown += std::string("|") + kTypes[static_cast<int>(mention.type)] + '|';
    shown += mention.value;
    if (!mention.modifier.empty()) shown += '|' + mention.modifier;
  }
  return shown;
}

struct Case {
  std::string text;
  std::string expected;
};

template <std::size_t kCount>
void check(const Case (&cases)[kCount], std::string_view language = "") {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text, kThursday, language) == c.expected);
  }
}

TEST_CASE("dates: durations") {
  check({
      {"for three days", "three days|DURATION|P3D"},
      {"a 10-minute talk", "10-minute|DURATION|PT10M"},
      {"nearly two months", "nearly two months|DURATION|P2M|LESS_THAN"},
      {"more than two hours", "more than two hours|DURATION|PT2H|MORE_THAN"},
      {"at least 30 days", "at least 30 days|DURATION|P30D|EQUAL_OR_MORE"},
      {"about a decade", "about a decade|DURATION|P10Y|APPROX"},
      {"two or three days", "two or three days|DURATION|P2D|APPROX"},
      {"half an hour", "half an hour|DURATION|PT30M"},
      {"a quarter of an hour", "a quarter of an hour|DURATION|PT15M"},
      {"5 1/2 hours", "5 1/2 hours|DURATION|PT5H30M"},
      {"two and a half years", "two and a half years|DURATION|P2Y6M"},
      {"a year and a half", "a year and a half|DURATION|P1Y6M"},
      {"two hours, 15 minutes and 25 seconds",
       "two hours, 15 minutes and 25 seconds|DURATION|PT2H15M25S"},
      {"several weeks", "several weeks|DURATION|PXW"},
      {"for weeks", "weeks|DURATION|PXW"},
      {"twenty-five years", "twenty-five years|DURATION|P25Y"},
      {"a hundred years", "a hundred years|DURATION|P100Y"},
      {"2,000 years", "2,000 years|DURATION|P2000Y"},
      {"the past two months", "the past two months|DURATION|P2M"},
      {"the next couple of years", "the next couple of years|DURATION|P2Y|APPROX"},
      {"the first nine months", "the first nine months|DURATION|P9M"},
      {"recent months", "recent months|DURATION|PXM"},
      {"two fortnights", "two fortnights|DURATION|P4W"},
      {"for two seasons", "two seasons|DURATION|P2Y"},
      {"a 3 min read", "3 min|DURATION|PT3M"},
      {"hours after the vote", "hours|DURATION|PTXH"},
      {"they waited months", "months|DURATION|PXM"},
      {"within the hour", "the hour|DURATION|PT1H"},
      {"for two winters", "two winters|DURATION|P2Y"},
      {"the year ended in ruin", "the year|DURATION|P1Y"},
      {"flew past three minutes later", "three minutes later|DURATION|PT3M"},
      {"he stayed one day.", "one day|DURATION|P1D"},
      {"a strike in its third day", "third day|DURATION|P3D"},
      {"the fifth year running", "the fifth year|DURATION|P5Y"},
  });
}

TEST_CASE("dates: ages, counts, scores, prices and names are none") {
  check({
      {"a 53-year-old and a child of three months of age", ""},
      {"aged two years, he is 45 years old", ""},
      {"won 3-1 and lost 2-0", ""},
      {"Room 1984, Boeing 737, the Group of 20", ""},
      {"141 countries, 2000 people, $1999", ""},
      {"May I march in august company", ""},
      {"Theresa May, April Smith", ""},
      {"a quarter of it, at 67 miles an hour", ""},
      {"reads the Sunday papers", ""},
      {"ran 2:07:59 in the Daily Mail race", ""},
      {"a Friday in the life of Jan Kavan", ""},
      {"a day of sorrow, a night when nobody slept", ""},
      {"took five on the ninth, as soon as he could", ""},
      {"the Good Friday Agreement and Easter Island", ""},
      {"under the Security Act 2001, at Euro 2004", ""},
      {"outside the Four Seasons", ""},
      {"light years away, millions of years, sunny days", ""},
      {"raised by three-quarters of a point", ""},
      {"the overnight rate", ""},
      {"Europe Now and Eurovision 2023", ""},
      {"Bloody Sunday, Sheffield Wednesday 0, May Tuesday-Brown", ""},
      {"shares closed at 9.30.", ""},
      {"it rose by 2.36%, at 3.41% a high", ""},
      {"after a large fall at the start", ""},
      {"odds of three to one", ""},
      {"One day he looked up.", ""},
  });
}

TEST_CASE("dates: sets") {
  check({
      {"every Friday", "every Friday|SET|XXXX-WXX-5"},
      {"on Tuesdays", "Tuesdays|SET|XXXX-WXX-2"},
      {"each July", "each July|SET|XXXX-07"},
      {"every 22 February", "every 22 February|SET|XXXX-02-22"},
      {"every summer", "every summer|SET|XXXX-SU"},
      {"every week", "every week|SET|P1W"},
      {"every other week", "every other week|SET|P2W"},
      {"every four years", "every four years|SET|P4Y"},
      {"paid daily", "daily|SET|P1D"},
      {"twice a day", "twice a day|SET|P1D"},
      {"$5 million a year", "a year|SET|P1Y"},
      {"barrels per day", "per day|SET|P1D"},
      {"every Saturday at five", "every Saturday at five|SET|XXXX-WXX-6T17:00"},
      {"6 a.m. daily", "6 a.m. daily|SET|XXXX-XX-XXT06:00"},
      {"every morning at five", "every morning at five|SET|XXXX-XX-XXT05:00"},
      {"every Christmas", "every Christmas|SET|XXXX-12-25"},
      {"2,200 lira a month", "a month|SET|P1M"},
      {"he waited a month", "a month|DURATION|P1M"},
      {"every other Wednesday", "every other Wednesday|SET|P2W"},
      {"every clear evening", "every clear evening|SET|XXXX-XX-XXTEV"},
      {"in the evenings they sing", "the evenings|SET|XXXX-XX-XXTEV"},
      {"Sundays at four the roof shook", "Sundays at four|SET|XXXX-WXX-7T16:00"},
      {"at seven every evening", "seven every evening|SET|XXXX-XX-XXT19:00"},
      {"every morning at half past five",
       "every morning at half past five|SET|XXXX-XX-XXT05:30"},
      {"9 a.m. to 4 p.m. daily", "9 a.m. to 4 p.m. daily|SET|XXXX-XX-XXT09:00"},
  });
}

TEST_CASE("dates: times of the day") {
  check({
      {"on Friday night", "Friday night|TIME|2023-03-03TNI"},
      {"this morning", "this morning|TIME|2023-03-02TMO"},
      {"last night", "last night|TIME|2023-03-01TNI"},
      {"will sing tonight", "tonight|TIME|2023-03-02TNI"},
      {"at 10:30 p.m. EST", "10:30 p.m. EST|TIME|2023-03-02T22:30"},
      {"4 a.m. on Monday", "4 a.m. on Monday|TIME|2023-02-27T04:00"},
      {"at 9.23 on Monday", "9.23 on Monday|TIME|2023-02-27T09:23"},
      {"at five o'clock", "five o'clock|TIME|2023-03-02T17:00"},
      {"nine in the morning", "nine in the morning|TIME|2023-03-02T09:00"},
      {"at noon", "noon|TIME|2023-03-02T12:00"},
      {"midnight on Sunday", "midnight on Sunday|TIME|2023-02-26T24:00"},
      {"Saturday at 10 a.m.", "Saturday at 10 a.m.|TIME|2023-03-04T10:00"},
      {"Sunday, 7:30 p.m., at home", "Sunday, 7:30 p.m.|TIME|2023-03-05T19:30"},
      {"1030 GMT", "1030 GMT|TIME|2023-03-02T10:30"},
      {"half past four this morning",
       "half past four this morning|TIME|2023-03-02T04:30"},
      {"the night of 14 June 2022", "the night of 14 June 2022|TIME|2022-06-14TNI"},
      {"shortly after midnight", "midnight|TIME|2023-03-02T00:00"},
      {"On Wednesday it rained until after midnight.",
       "Wednesday|DATE|2023-03-01; midnight|TIME|2023-03-02T00:00"},
      {"late on Tuesday", "late on Tuesday|TIME|2023-02-28TNI"},
      {"early Monday", "early Monday|TIME|2023-02-27TMO"},
      {"tonight at 7", "tonight at 7|TIME|2023-03-02T19:00"},
      {"last night at 10.30", "last night at 10.30|TIME|2023-03-01T22:30"},
      {"Thursday, at 7 p.m.", "Thursday|DATE|2023-03-02; 7 p.m.|TIME|2023-03-02T19:00"},
      {"At 10.15 the streets filled", "10.15|TIME|2023-03-02T10:15"},
      {"queued since five.", "five|TIME|2023-03-02T17:00"},
      {"four on Monday", "Monday|DATE|2023-02-27"},
      {"2 minutes past 3 on Tuesday morning",
       "2 minutes past 3 on Tuesday morning|TIME|2023-02-28T03:02"},
      {"10.45 BST", "10.45 BST|TIME|2023-03-02T10:45"},
      {"it stopped at 9.30.", "9.30|TIME|2023-03-02T09:30"},
      {"By ten it was over", "ten|TIME|2023-03-02T10:00"},
      {"it began at ten they said", "ten|TIME|2023-03-02T10:00"},
      {"It ended.\n12:40 - It is over", "12:40|TIME|2023-03-02T12:40"},
      {"at breakfast on Monday", "breakfast on Monday|TIME|2023-02-27TMO"},
      {"the small hours of 27 February",
       "the small hours of 27 February|TIME|2023-02-27TNI"},
      {"by nightfall", "nightfall|TIME|2023-03-02TNI"},
      {"On Sunday night it burned until 2 a.m.",
       "Sunday night|TIME|2023-02-26TNI; 2 a.m.|TIME|2023-02-27T02:00"},
      {"all night long", "all night|TIME|2023-03-01TNI"},
      {"at 3 pm. Two hours later",
       "3 pm|TIME|2023-03-02T15:00; Two hours later|TIME|2023-03-02T17:00"},
  });
}

TEST_CASE("dates: periods") {
  check({
      {"the third quarter", "the third quarter|DATE|2022-Q3"},
      {"third-quarter net", "third-quarter|DATE|2022-Q3"},
      {"the first quarter of 2022", "the first quarter of 2022|DATE|2022-Q1"},
      {"the 1988 third quarter", "the 1988 third quarter|DATE|1988-Q3"},
      {"this year's first quarter", "this year's first quarter|DATE|2023-Q1"},
      {"Q3 2022", "Q3 2022|DATE|2022-Q3"},
      {"the second half of 2017", "the second half of 2017|DATE|2017-H2"},
      {"fiscal 2018", "fiscal 2018|DATE|FY2018"},
      {"FY2018", "FY2018|DATE|FY2018"},
      {"last summer", "last summer|DATE|2022-SU"},
      {"this winter", "this winter|DATE|2022-WI"},
      {"last season", "last season|DATE|2022"},
      {"May of last year", "May of last year|DATE|2022-05"},
      {"Oct 13 last year", "Oct 13 last year|DATE|2022-10-13"},
      {"1 April next year", "1 April next year|DATE|2024-04-01"},
      {"the Fourth of July 1997", "the Fourth of July 1997|DATE|1997-07-04"},
      {"the winter of 1947", "the winter of 1947|DATE|1947-WI"},
      {"over the weekend", "the weekend|DATE|2023-W08-WE"},
      {"next week", "next week|DATE|2023-W10"},
      {"the week of March 6, 2000", "the week of March 6, 2000|DATE|2000-W10"},
      {"the first week of February", "the first week of February|DATE|2023-W05"},
      {"the 20th century", "the 20th century|DATE|19"},
      {"the seventies", "the seventies|DATE|197"},
      {"the early 1990s", "the early 1990s|DATE|199|START"},
      {"the 1800s", "the 1800s|DATE|18"},
      {"the end of 2018", "the end of 2018|DATE|2018|END"},
      {"mid-November", "mid-November|DATE|2022-11|MID"},
      {"earlier this month", "earlier this month|DATE|2023-03|START"},
      {"year-end", "year-end|DATE|2023|END"},
      {"around 1970.", "around 1970|DATE|1970|APPROX"},
      {"nineteen ninety-six", "nineteen ninety-six|DATE|1996"},
      {"the year two thousand", "two thousand|DATE|2000"},
      {"1987 to 2004", "1987|DATE|1987; 2004|DATE|2004"},
      {"1987-2004", "1987-2004|DATE|1987/2004"},
      {"the year to November", "the year to November|DATE|2021-12/2022-11"},
      {"the year to June 30, 2011",
       "the year to June 30, 2011|DATE|2010-07-01/2011-06-30"},
      {"the six months to June 30",
       "the six months to June 30|DATE|2023-01-01/2023-06-30"},
      {"the July-September quarter", "the July-September quarter|DATE|2022-Q3"},
      {"a hard spring; before winter", "spring|DATE|2023-SP; winter|DATE|2023-WI"},
      {"winter wheat; Winter was 19", ""},
      {"two winters ago", "two winters ago|DATE|2021-WI"},
      {"all weekend", "all weekend|DATE|2023-W08-WE"},
      {"in the near future", "future|DATE|FUTURE_REF"},
      {"Tuesday, July 26", "Tuesday, July 26|DATE|2022-07-26"},
      {"moved to March.", "March|DATE|2023-03"},
      {"on the 16th.", "the 16th|DATE|2023-02-16"},
      {"It leaves on the 31st.", "the 31st|DATE|2023-03-31"},
      {"on the 16th hole", ""},
      {"a suit in the new year.", "the new year|DATE|2023|START"},
      {"went under at New Year.", "New Year|DATE|2023-01-01"},
      {"January nineteen ninety-seven", "January nineteen ninety-seven|DATE|1997-01"},
      {"For the quarter ended Sept. 30 it lost",
       "the quarter|DATE|2022-Q3; Sept. 30|DATE|2022-09-30"},
      {"Rome in May, Oslo in June, and Bonn in July.",
       "May|DATE|2023-05; June|DATE|2023-06; July|DATE|2023-07"},
      {"from 1987 to 2004", "1987|DATE|1987; 2004|DATE|2004"},
      {"July 26-27, 2022", "July 26-27, 2022|DATE|2022-07-26/2022-07-27"},
  });
}

TEST_CASE("dates: what is expected of a quarter just over is its results") {
  constexpr std::string_view kText = "is expected to report for the first quarter";
  CHECK(read(kText, {2023, 4, 20}) == "the first quarter|DATE|2023-Q1");
  CHECK(read(kText, {2023, 9, 20}) == "the first quarter|DATE|2024-Q1");
}

TEST_CASE("dates: amounts before and after") {
  check({
      {"two days ago", "two days ago|DATE|2023-02-28"},
      {"three weeks ago", "three weeks ago|DATE|2023-W06"},
      {"18 months ago", "18 months ago|DATE|2021-09"},
      {"five years ago", "five years ago|DATE|2018"},
      {"more than a year ago", "more than a year ago|DATE|2022|MORE_THAN"},
      {"several years ago", "several years ago|DATE|PAST_REF"},
      {"it opens in ten days.", "ten days|DATE|2023-03-12"},
      {"it lasted, in ten days, a life", "ten days|DURATION|P10D"},
      {"a year ago to the day", "a year ago|DATE|2022-03-02"},
      {"he will laugh about it one day.", "one day|DATE|FUTURE_REF"},
      {"nine days from now", "nine days from now|DATE|2023-03-11"},
      {"the day before yesterday", "the day before yesterday|DATE|2023-02-28"},
      {"Wednesday last week", "Wednesday last week|DATE|2023-02-22"},
  });
}

TEST_CASE("dates: the story moves the day that others count from") {
  check({
      {"On May 3, 2010 he fled. The next day he was caught.",
       "May 3, 2010|DATE|2010-05-03; The next day|DATE|2010-05-04"},
      {"On May 3, 2010 he fled; two days later he died.",
       "May 3, 2010|DATE|2010-05-03; two days later|DATE|2010-05-05"},
      {"It opened in June 2012 and closed the following month.",
       "June 2012|DATE|2012-06; the following month|DATE|2012-07"},
      {"Born on 1 March 1950, he died the same day.",
       "1 March 1950|DATE|1950-03-01; the same day|DATE|1950-03-01"},
      {"It began in 1990 and three years later was over.",
       "1990|DATE|1990; three years later|DATE|1993"},
      {"It opened in May 1990 and a year later was shut.",
       "May 1990|DATE|1990-05; a year later|DATE|1991"},
      {"They met on Wednesday. \"We won today,\" he said.",
       "Wednesday|DATE|2023-03-01; today|DATE|2023-03-01"},
      {"They met on Wednesday. He spoke today.",
       "Wednesday|DATE|2023-03-01; today|DATE|2023-03-02"},
      {"It is as strong today as it was.", "today|DATE|PRESENT_REF"},
      {"$2 million in the third quarter of 1989, from $1 million a year earlier.",
       "the third quarter of 1989|DATE|1989-Q3; a year earlier|DATE|1988-Q3"},
      {"At 3 p.m. on Monday it began; two hours later it was over.",
       "3 p.m. on Monday|TIME|2023-02-27T15:00; "
       "two hours later|TIME|2023-02-27T17:00"},
  });
}

TEST_CASE("dates: the story keeps its day where a time names none") {
  check({
      {"He was shot on Wednesday. Nobody in the street, where shops and cafes were "
       "open and full of people who had come for the match, some from far away, and "
       "who sat outside although it rained, saw anything of it at 3 p.m.",
       "Wednesday|DATE|2023-03-01; 3 p.m.|TIME|2023-03-01T15:00"},
      {"It sank on 7 May 1915. He was hanged that November.",
       "7 May 1915|DATE|1915-05-07; that November|DATE|1915-11"},
      {"Mendes spoke in May 1988. That summer he was shot.",
       "May 1988|DATE|1988-05; That summer|DATE|1988-SU"},
      {"It landed on 12 July 1950. On 20 July it was beaten.",
       "12 July 1950|DATE|1950-07-12; 20 July|DATE|1950-07-20"},
  });
}

TEST_CASE("dates: days with a name") {
  check({
      {"at Christmas", "Christmas|DATE|2022-12-25"},
      {"Christmas Eve 2019", "Christmas Eve 2019|DATE|2019-12-24"},
      {"New Year's Day", "New Year's Day|DATE|2023-01-01"},
      {"last Thanksgiving", "last Thanksgiving|DATE|2022-11-24"},
      {"Good Friday 2012", "Good Friday 2012|DATE|2012-04-06"},
      {"will meet by Easter", "Easter|DATE|2023-04-09"},
      {"Eid al-Fitr 2023", "Eid al-Fitr 2023|DATE|2023-04-21"},
      {"after 9/11.", "9/11|DATE|2001-09-11"},
  });
}

TEST_CASE("dates: nothing is made up without a reference day") {
  const Case cases[] = {
      {"last week", "last week|DATE|"},
      {"two days ago", "two days ago|DATE|"},
      {"the weekend", "the weekend|DATE|"},
      {"the third quarter", "the third quarter|DATE|XXXX-Q3"},
      {"at 10 a.m.", "10 a.m.|TIME|T10:00"},
      {"Friday night", "Friday night|TIME|XXXX-WXX-5TNI"},
      {"at Christmas", "Christmas|DATE|XXXX-12-25"},
      {"On May 3, 2010. The next day",
       "May 3, 2010|DATE|2010-05-03; The next day|DATE|2010-05-04"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text, {}) == c.expected);
    for (const DateMention& mention : dateline::dates::tag_dates(c.text, {}))
      CHECK((mention.value.empty() || mention.value[0] == 'X' ||
             mention.value[0] == 'T' || mention.range.first.year == 2010));
  }
}

TEST_CASE("dates: months of German, French, Spanish and Russian") {
  check(
      {{"am Donnerstag, 2. März 2023, in", "Donnerstag, 2. März 2023|DATE|2023-03-02"},
       {"am 24. Februar", "24. Februar|DATE|2023-02-24"},
       {"im Oktober 2021", "Oktober 2021|DATE|2021-10"},
       {"am 2.3.2023", "2.3.2023|DATE|2023-03-02"}},
      "de");
  check({{"le jeudi 2 mars 2023", "jeudi 2 mars 2023|DATE|2023-03-02"},
         {"le 1er août 2022", "1er août 2022|DATE|2022-08-01"},
         {"en février 2022", "février 2022|DATE|2022-02"}},
        "fr");
  check({{"el 2 de marzo de 2023", "2 de marzo de 2023|DATE|2023-03-02"},
         {"en enero de 2022", "enero de 2022|DATE|2022-01"}},
        "es-MX");
  check({{"2 марта 2023 года", "2 марта 2023 года|DATE|2023-03-02"},
         {"в Сентябре 2022 года", "Сентябре 2022 года|DATE|2022-09"}},
        "ru");
}

TEST_CASE("dates: a mention tells its anchor") {
  const auto found = dateline::dates::tag_dates("last week, on May 3, 2010", kThursday);
  REQUIRE(found.size() == 2);
  CHECK(found[0].anchor == kThursday);
  CHECK(found[0].reason == "pointed, from 2023-03-02");
  CHECK(found[1].anchor == Date{});
}

TEST_CASE("dates: reckoning") {
  using dateline::dates::easter;
  using dateline::dates::nth_weekday;
  CHECK(easter(2000) == Date{2000, 4, 23});
  CHECK(easter(2023) == Date{2023, 4, 9});
  CHECK(easter(2024) == Date{2024, 3, 31});
  CHECK(nth_weekday(2022, 11, 4, 4) == Date{2022, 11, 24});
  CHECK(nth_weekday(2023, 5, 1, -1) == Date{2023, 5, 29});
  CHECK(dateline::dates::day_after({9999, 12, 31}, 1) == Date{});
  CHECK(dateline::dates::months_after({2023, 1, 31}, 1) == Date{2023, 2, 28});
}

}  // namespace
