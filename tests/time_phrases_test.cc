// How news writes times of the day, durations and what recurs, and what is none.

#include <doctest/doctest.h>

#include "tests/date_phrases.h"

namespace {

using dateline::testing::check_phrases;

TEST_CASE("date phrases: times of the day") {
  check_phrases({
      {"on the night of 3 to 4 May 2022",
       "the night of 3 to 4 May 2022|TIME|2022-05-03TNI"},
      {"at 3 pm GMT on Friday", "3 pm GMT on Friday|TIME|2023-02-24T15:00"},
      {"will meet at 3 pm GMT on Friday", "3 pm GMT on Friday|TIME|2023-03-03T15:00"},
      {"He died on Friday night.", "Friday night|TIME|2023-02-24TNI"},
      {"from 9 a.m. to 5 p.m. on Tuesday",
       "9 a.m.|TIME|2023-02-28T09:00; 5 p.m. on Tuesday|TIME|2023-02-28T17:00"},
      {"at 9:30 a.m. EST on Monday", "9:30 a.m. EST on Monday|TIME|2023-02-27T09:30"},
      {"at 14:00 GMT", "14:00 GMT|TIME|2023-03-02T14:00"},
      {"at 1400 GMT on Wednesday", "1400 GMT on Wednesday|TIME|2023-03-01T14:00"},
      {"at 2.15pm yesterday", "2.15pm yesterday|TIME|2023-03-01T14:15"},
      {"shortly before 3 a.m. local time", "3 a.m. local time|TIME|2023-03-02T03:00"},
      {"at around 6:30pm", "around 6:30pm|TIME|2023-03-02T18:30|APPROX"},
      {"at about noon on Sunday", "about noon on Sunday|TIME|2023-02-26T12:00|APPROX"},
      {"on Sunday afternoon", "Sunday afternoon|TIME|2023-02-26TAF"},
      {"early on Sunday", "early on Sunday|TIME|2023-02-26TMO"},
      {"late on Sunday night", "late on Sunday night|TIME|2023-02-26TNI"},
      {"late Friday", "late Friday|TIME|2023-02-24TNI"},
      {"early Saturday morning", "early Saturday morning|TIME|2023-02-25TMO"},
      {"late last night", "late last night|TIME|2023-03-01TNI"},
      {"yesterday morning", "yesterday morning|TIME|2023-03-01TMO"},
      {"tomorrow evening", "tomorrow evening|TIME|2023-03-03TEV"},
      {"tomorrow at 10", "tomorrow at 10|TIME|2023-03-03T10:00"},
      {"overnight", "overnight|TIME|2023-03-01TNI"},
      {"at dawn on Monday", "dawn on Monday|TIME|2023-02-27TMO"},
      {"at midday on Monday", "midday on Monday|TIME|2023-02-27T12:00"},
      {"in the early hours of Monday morning",
       "the early hours of Monday morning|TIME|2023-02-27TNI"},
      {"on Monday in the early hours",
       "Monday|DATE|2023-02-27; the early hours|TIME|2023-02-27TNI"},
      {"at 7 in the evening", "7 in the evening|TIME|2023-03-02T19:00"},
      {"at quarter past eight", "quarter past eight|TIME|2023-03-02T08:15"},
      {"at ten to six this evening", "ten to six this evening|TIME|2023-03-02T17:50"},
      {"by midnight tonight", "midnight tonight|TIME|2023-03-02T24:00"},
      {"2022-03-02 20:15", "2022-03-02 20:15|TIME|2022-03-02T20:15"},
      {"Published: 20:15, 2 March 2022", "20:15, 2 March 2022|TIME|2022-03-02T20:15"},
      {"10:15 GMT, Thursday, 2 March 2023",
       "10:15 GMT, Thursday, 2 March 2023|TIME|2023-03-02T10:15"},
      {"all night", "all night|TIME|2023-03-01TNI"},
      {"On Wednesday night they played till two.",
       "Wednesday night|TIME|2023-03-01TNI; two|TIME|2023-03-02T02:00"},
      {"On Wednesday night it ended shortly after ten.",
       "Wednesday night|TIME|2023-03-01TNI; ten|TIME|2023-03-01T22:00"},
      {"On Tuesday it rained.\nIt ended at noon.",
       "Tuesday|DATE|2023-02-28; noon|TIME|2023-02-28T12:00"},
      {"the night before", "the night before|TIME|2023-03-01TNI"},
      {"At 4.40 a.m. it came. Two hours later",
       "4.40 a.m.|TIME|2023-03-02T04:40; Two hours later|TIME|2023-03-02T07:00|APPROX"},
      {"Saturday 0640, newsprint", "Saturday 0640|TIME|2023-02-25T06:40"},
      {"It needed 11 runs on Wednesday night.", "Wednesday night|TIME|2023-03-01TNI"},
  });
}

TEST_CASE("date phrases: how long") {
  check_phrases({
      {"over the past 12 months", "the past 12 months|DURATION|P12M"},
      {"in the last five years", "the last five years|DURATION|P5Y"},
      {"for the next three days", "the next three days|DURATION|P3D"},
      {"in recent years", "recent years|DURATION|PXY"},
      {"in the coming weeks", "the coming weeks|DURATION|PXW"},
      {"in the coming days", "the coming days|DURATION|PXD"},
      {"over the coming months", "the coming months|DURATION|PXM"},
      {"for the first time in 20 years", "20 years|DURATION|P20Y"},
      {"for the first time in decades", "decades|DURATION|PXY"},
      {"within 48 hours", "48 hours|DURATION|PT48H"},
      {"for 24 hours", "24 hours|DURATION|PT24H"},
      {"a 24-hour strike", "24-hour|DURATION|PT24H"},
      {"a three-day visit", "three-day|DURATION|P3D"},
      {"a two-and-a-half-year term", "two-and-a-half-year|DURATION|P2Y6M"},
      {"a two-week-long trial", "two-week-long|DURATION|P2W"},
      {"a year-long study", "a year-long|DURATION|P1Y"},
      {"a decades-long conflict", "decades-long|DURATION|PXY"},
      {"a months-long siege", "months-long|DURATION|PXM"},
      {"after hours of talks", "hours|DURATION|PTXH"},
      {"after days of fighting", "days|DURATION|PXD"},
      {"for more than three decades",
       "more than three decades|DURATION|P30Y|MORE_THAN"},
      {"for at least 15 years", "at least 15 years|DURATION|P15Y|EQUAL_OR_MORE"},
      {"less than 24 hours later", "less than 24 hours later|DURATION|PT24H|LESS_THAN"},
      {"about 20 minutes", "about 20 minutes|DURATION|PT20M|APPROX"},
      {"some 20 minutes", "some 20 minutes|DURATION|PT20M|APPROX"},
      {"an hour and a half", "an hour and a half|DURATION|PT1H30M"},
      {"one and a half hours", "one and a half hours|DURATION|PT1H30M"},
      {"two and a half hours", "two and a half hours|DURATION|PT2H30M"},
      {"one hour and 20 minutes", "one hour and 20 minutes|DURATION|PT1H20M"},
      {"3 hours 15 minutes", "3 hours 15 minutes|DURATION|PT3H15M"},
      {"1 hr 20 mins", "1 hr 20 mins|DURATION|PT1H20M"},
      {"three and a half months", "three and a half months|DURATION|P3.5M"},
      {"in the following years", "the following years|DURATION|PXY"},
      {"for years to come", "years|DURATION|PXY"},
      {"a hundred and twenty-seven years",
       "a hundred and twenty-seven years|DURATION|P127Y"},
      {"two hundred and fifty days", "two hundred and fifty days|DURATION|P250D"},
      {"for another year", "another year|DURATION|P1Y"},
      {"phased in over three years", "three years|DURATION|P3Y"},
      {"for over three years", "over three years|DURATION|P3Y|MORE_THAN"},
      {"the first time in over 20 years", "over 20 years|DURATION|P20Y|MORE_THAN"},
      {"Hours later the bridge fell.", "Hours|DURATION|PTXH"},
      {"Ten years later they sing again.", "Ten years later|DURATION|P10Y"},
      {"jobs lost over the next year", "the next year|DURATION|P1Y"},
  });
}

TEST_CASE("date phrases: what recurs") {
  check_phrases({
      {"every other Thursday", "every other Thursday|SET|P2W"},
      {"open from 9am to 5pm daily", "9am to 5pm daily|SET|XXXX-XX-XXT09:00"},
      {"every day", "every day|SET|P1D"},
      {"each year", "each year|SET|P1Y"},
      {"every two weeks", "every two weeks|SET|P2W"},
      {"every 15 minutes", "every 15 minutes|SET|PT15M"},
      {"every Sunday evening", "every Sunday evening|SET|XXXX-WXX-7TEV"},
      {"on Saturday mornings", "Saturday mornings|SET|XXXX-WXX-6TMO"},
      {"on weekdays", "weekdays|SET|XXXX-WXX-WD"},
      {"at weekends", "weekends|SET|XXXX-WXX-WE"},
      {"on weekends", "weekends|SET|XXXX-WXX-WE"},
      {"every weekend", "every weekend|SET|XXXX-WXX-WE"},
      {"once a month", "once a month|SET|P1M"},
      {"four days a week", "four days|DURATION|P4D; a week|SET|P1W"},
      {"24 hours a day", "24 hours a day|SET|P1D"},
      {"5,000 dollars per month", "per month|SET|P1M"},
      {"$40,000 a year", "a year|SET|P1Y"},
      {"paid annually", "annually|SET|P1Y"},
      {"twice a year", "twice a year|SET|P6M"},
      {"seven days a week", "seven days a week|SET|P1W"},
      {"Open from 9am to 5pm.", "9am to 5pm|SET|XXXX-XX-XXT09:00"},
  });
}

TEST_CASE("date phrases: now, once and some day") {
  check_phrases({
      {"a few days ago", "a few days ago|DATE|PAST_REF"},
      {"many years ago", "many years ago|DATE|PAST_REF"},
      {"centuries ago", "centuries ago|DATE|PAST_REF"},
      {"in the fifth century BC", "the fifth century BC|DATE|PAST_REF"},
      {"at present", "present|DATE|PRESENT_REF"},
      {"currently", "currently|DATE|PRESENT_REF"},
      {"until now", "now|DATE|PRESENT_REF"},
      {"in the future", "the future|DATE|FUTURE_REF"},
      {"in the past", "the past|DATE|PAST_REF"},
      {"these days", "these days|DATE|PRESENT_REF"},
      {"nowadays", "nowadays|DATE|PRESENT_REF"},
      {"recently", "recently|DATE|PAST_REF"},
      {"up to now", "now|DATE|PRESENT_REF"},
  });
}

TEST_CASE("date phrases: names, counts and ages are none") {
  check_phrases({
      {"a 40-year-old man in his late twenties", ""},
      {"a man aged 40, a 12-week-old puppy and an 18-month-old girl", ""},
      {"at the time", ""},
      {"1992 QB1 and 2003 UB313", ""},
      {"day and night", ""},
      {"around the clock", ""},
      {"24/7", ""},
      {"on day three", ""},
      {"another kind of year", ""},
      {"in one-day cricket, scored on 23 minutes", ""},
      {"Boston led after a touchdown in the third quarter", ""},
      {"in his weekly, a weekly paper", ""},
      {"in 1200 homes", ""},
      {"the submarine U-1604", ""},
      {"the Tonight show, the Museum of Tomorrow in Rio", ""},
      {"He won the Man of the Year award", ""},
      {"a talk in Sunday school", ""},
      {"USA Today reported it.", ""},
  });
}

}  // namespace
