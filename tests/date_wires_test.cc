// How wires write dates, and what in them looks like one: each row was read wrongly in
// news of Reuters, AP, the BBC or Wikinews once.

#include <doctest/doctest.h>

#include "tests/date_phrases.h"

namespace {

using dateline::Date;
using dateline::testing::check_phrases;

// The value of the only date of a text of that day.
std::string value_of(std::string_view text, Date reference) {
  const auto found = dateline::dates::tag_dates(text, reference);
  return found.size() == 1 ? found.front().value : "";
}

TEST_CASE("date wires: the last of a month, this weekend") {
  constexpr Date kSaturday{2023, 6, 24};
  CHECK(value_of("They met last April.", kSaturday) == "2023-04");
  CHECK(value_of("They met last May.", kSaturday) == "2022-05");
  constexpr Date kTuesday{2023, 2, 28};
  CHECK(value_of("It was quiet this weekend.", kTuesday) == "2023-W08-WE");
  CHECK(value_of("Police refused leave to hold a rally this weekend.", kTuesday) ==
        "2023-W09-WE");
}

TEST_CASE("date wires: months that have just passed and those that come") {
  check_phrases({
      {"The port, where riots had broken out due to the shooting in December",
       "December|DATE|2022-12"},
      {"wheat for January shipment", "January|DATE|2024-01"},
      {"for late October/early November shipment",
       "late October|DATE|2023-10|END; early November|DATE|2023-11|START"},
      {"beans for October to December shipment",
       "October|DATE|2023-10; December|DATE|2023-12"},
      {"January shipments rose.", "January|DATE|2023-01"},
      {"He was elected chairman of Acme Corp., effective June 20.",
       "June 20|DATE|2023-06-20"},
      {"The government announced a rise in benefits beginning in June.",
       "June|DATE|2023-06"},
      {"4TH QTR ENDS JAN 31 NET", "4TH QTR|DATE|2022-Q4; JAN 31|DATE|2023-01-31"},
      {"In January it rained. Early in the month it snowed.",
       "January|DATE|2023-01; Early in the month|DATE|2023-01|START"},
      {"It opened in 2019 and closed later in the year.",
       "2019|DATE|2019; later in the year|DATE|2019|END"},
  });
}

TEST_CASE("date wires: what a text counts from") {
  check_phrases({
      {"The 2019 election series tells of the previous month.",
       "2019|DATE|2019; the previous month|DATE|2023-02"},
      {"twenty years ago today",
       "twenty years ago|DATE|2003-03-02; today|DATE|2023-03-02"},
      {"She died a year ago on Thursday.",
       "a year ago|DATE|2022-03-02; Thursday|DATE|2023-03-02"},
      {"a year ago on Monday", "a year ago|DATE|2022; Monday|DATE|2023-02-27"},
      {"Cattle against 128,000 week ago and 138,000 a year ago",
       "week ago|DATE|2023-W08; a year ago|DATE|2022"},
      {"Profit rose in the fourth quarter. This quarter's loss is small.",
       "the fourth quarter|DATE|2022-Q4; This quarter|DATE|2022-Q4"},
      {"a gain in current qtr", "current qtr|DATE|2022-Q4"},
  });
}

TEST_CASE("date wires: weekdays of tomorrow that are told in the past") {
  check_phrases({
      {"On Friday, he was visiting a farm.", "Friday|DATE|2023-03-03"},
      {"She headed Friday to Africa.", "Friday|DATE|2023-03-03"},
      {"The low was 3 degrees. Friday's forecast called for rain.",
       "Friday|DATE|2023-03-03"},
      {"They are racing to complete by Saturday's start.", "Saturday|DATE|2023-03-04"},
      {"It fell on Friday.", "Friday|DATE|2023-02-24"},
  });
}

TEST_CASE("date wires: forms") {
  check_phrases({
      {"the summit May 31-June 2, 2022",
       "May 31-June 2, 2022|DATE|2022-05-31/2022-06-02"},
      {"conducted January 30-February 2",
       "January 30-February 2|DATE|2023-01-30/2023-02-02"},
      {"Pay April Two Record March 18",
       "April Two|DATE|2023-04-02; March 18|DATE|2023-03-18"},
      {"payable May one to holders", "May one|DATE|2023-05-01"},
      {"message of 14 Apr 93 03:17:28", "14 Apr 93 03:17:28|TIME|1993-04-14T03:17"},
      {"nine mths", "nine mths|DURATION|P9M"},
      {"the 4th qtr", "the 4th qtr|DATE|2022-Q4"},
      {"the lowest since '82", "82|DATE|1982"},
      {"in '80 and '84", "80|DATE|1980; 84|DATE|1984"},
      {"after the September 11 terrorist attacks", "September 11|DATE|2001-09-11"},
      {"on September 11", "September 11|DATE|2022-09-11"},
  });
}

TEST_CASE("date wires: hours and what recurs") {
  check_phrases({
      {"It runs from 9 to 11 a.m. on Friday.",
       "9|TIME|2023-03-03T09:00; 11 a.m. on Friday|TIME|2023-03-03T11:00"},
      {"between 7 and 8 p.m. Tuesday",
       "7|TIME|2023-02-28T19:00; 8 p.m. Tuesday|TIME|2023-02-28T20:00"},
      {"between seven and eight this morning",
       "seven|TIME|2023-03-02T07:00; eight this morning|TIME|2023-03-02T08:00"},
      {"from 11 to 1 p.m. yesterday",
       "11|TIME|2023-03-01T11:00; 1 p.m. yesterday|TIME|2023-03-01T13:00"},
      {"from 9 a.m. until noon Wednesday",
       "9 a.m.|TIME|2023-03-01T09:00; noon Wednesday|TIME|2023-03-01T12:00"},
      {"on Sunday nights", "Sunday nights|SET|XXXX-WXX-7TNI"},
      {"every weekday", "every weekday|SET|XXXX-WXX-WD"},
      {"640 australs ($90) a month", "a month|SET|P1M"},
      {"to exercise an hour a day", "an hour|DURATION|PT1H; a day|SET|P1D"},
      {"a gallon of water an hour", "an hour|SET|PT1H"},
      {"a billion tons of stone a year", "a year|SET|P1Y"},
      {"$2 million or more a year", "a year|SET|P1Y"},
      {"$800-a-night rooms", "a-night|SET|P1D"},
      {"on a day-to-day basis", ""},
      {"a night school", ""},
  });
}

TEST_CASE("date wires: what is no date") {
  check_phrases({
      {"Ant and Dec won.", ""},
      {"on Saturday Night Takeaway", ""},
      {"Twentieth Century Fox", ""},
      {"in his mid-40s", ""},
      {"patients as young as the mid-20s", ""},
      {"since the mid-70s", "the mid-70s|DATE|197|MID"},
      {"on Black Monday", ""},
      {"on NBC's \"Today\" show", ""},
      {"the rate on overnight loans", ""},
      {"quoted at 8\\ percent", ""},
      {"the high noon of his quest", ""},
      {"a year-on-year rise", ""},
      {"for 5-year-olds", ""},
      {"6- to 12-year-olds", ""},
      {"two more weekend trips", ""},
      {"the 1992-3 season", ""},
      {"the 700,000 summer jobs", ""},
      {"different fiscal years", ""},
      {"the Russell 2000 index", ""},
      {"Revs 6,386,000 vs 5,862,000 Year", ""},
      {"by ``17 unelected men''", ""},
  });
}

}  // namespace
