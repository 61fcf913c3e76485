// Sentences of dispatches of other days than a test's Thursday: each was read wrongly
// in the news of AP, of Reuters, or in the style of business pages once.

#include <doctest/doctest.h>

#include "tests/date_phrases.h"

namespace {

using dateline::Date;

// "surface=value" of the dates of a text, parted by "; ".
std::string values_of(Date published, std::string_view text) {
  std::string shown;
  for (const auto& mention : dateline::dates::tag_dates(text, published)) {
    if (!shown.empty()) shown += "; ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    shown += '=' + mention.value;
  }
  return shown;
}

struct Case {
  Date published;
  std::string_view text;
  std::string_view expected;
};

template <std::size_t kCount>
void check(const Case (&cases)[kCount]) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(values_of(c.published, c.text) == c.expected);
  }
}

constexpr Date kFriday{1989, 10, 27};
constexpr Date kMonday{1990, 12, 10};

TEST_CASE("date dispatches: weekdays that are awaited") {
  check({
      {kMonday, "The forecast was made on the eve of a key meeting Tuesday.",
       "Tuesday=1990-12-11"},
      {kMonday, "Buyers were awaiting the report Tuesday.", "Tuesday=1990-12-11"},
      {kMonday, "A delegation was leaving Tuesday for Bonn.", "Tuesday=1990-12-11"},
      {kMonday, "Rain was likely in the region today and Tuesday.",
       "today=1990-12-10; Tuesday=1990-12-11"},
      {kMonday, "It prohibits the testing until 5 p.m. Thursday.",
       "5 p.m. Thursday=1990-12-13T17:00"},
      {kMonday, "The Communist-ruled republics on Tuesday hold elections.",
       "Tuesday=1990-12-11"},
      {kMonday, "It's graduation day Tuesday for the most endangered turtle.",
       "Tuesday=1990-12-11"},
      {kMonday, "Officials in Tokyo said Tuesday.", "Tuesday=1990-12-11"},
      // Named once as a day to come, it stays there.
      {kMonday, "They meet on Tuesday. Critics praised Tuesday's meeting.",
       "Tuesday=1990-12-11; Tuesday=1990-12-11"},
      {kMonday, "They meet on Tuesday. On Tuesday, rain fell.",
       "Tuesday=1990-12-11; Tuesday=1990-12-04"},
      {kMonday, "The bodies were due home Thursday.", "Thursday=1990-12-13"},
      {kMonday, "It was poised for launch Thursday, but it was scrubbed.",
       "Thursday=1990-12-06"},
      {kMonday, "The shares fell Sunday.", "Sunday=1990-12-09"},
      {kFriday, "On Friday the 13th, shares plunged.", "Friday the 13th=1989-10-13"},
      {kFriday, "It will fall on Friday the 13th.", "Friday the 13th=1990-04-13"},
      {kMonday, "The Sunday Telegraph reported so.", ""},
  });
}

TEST_CASE("date dispatches: months that have just passed") {
  check({
      {{1990, 11, 13},
       "The strongest to enter its waters since December.",
       "December=1989-12"},
      {{1988, 5, 27}, "They have visited him five times since June.", "June=1987-06"},
      {{1988, 10, 3},
       "Analysts look for it to show a pickup in growth for September.",
       "September=1988-09"},
      {{1988, 7, 11},
       "We are not going to get a read until we see how June turns out.",
       "June=1988-06"},
      {{1988, 8, 25}, "up from $11.8 billion expected in May", "May=1988-05"},
      {{1990, 3, 20},
       "He said that there would be an increase in January.",
       "January=1990-01"},
      {{1987, 6, 2}, "They would not start trading until May.", "May=1988-05"},
      {{1987, 3, 26},
       "The rise was mainly due to payment in January.",
       "January=1987-01"},
      {{1987, 3, 26},
       "It upgraded the unit to full status in February.",
       "February=1987-02"},
      {{1990, 11, 21},
       "The sentencing, originally scheduled for Oct. 1, was put off.",
       "Oct. 1=1990-10-01"},
      {{1988, 7, 3}, "He went on leave before retirement June 1.", "June 1=1988-06-01"},
      {{1987, 3, 26}, "the record set last June 6", "last June 6=1986-06-06"},
      {{1987, 3, 26}, "the slingshot next March 6", "next March 6=1988-03-06"},
  });
}

TEST_CASE("date dispatches: months to come") {
  check({
      {{1988, 3, 10},
       "The sentencing, which was scheduled for May, was put off.",
       "May=1988-05"},
      {{1988, 11, 22},
       "He noted the hearing in January would coincide with it.",
       "January=1989-01"},
      {{1990, 5, 25},
       "Wheat settled higher with July at $3.30 a bushel.",
       "July=1990-07"},
      {{1987, 3, 26},
       "A meeting is expected to be held in June or July.",
       "June=1987-06; July=1987-07"},
      {{1987, 3, 26}, "It fell in May and January.", "May=1986-05; January=1987-01"},
      {{1987, 3, 2}, "On April one, it begins.", "April one=1987-04-01"},
      {{1988, 12, 4}, "Laura died. April, 4, and John, 7, were hurt.", ""},
  });
}

TEST_CASE("date dispatches: what stands beside a weekday or a month") {
  check({
      {{1998, 12, 10}, "He died in January.", "January=1998-01"},
      {{1998, 12, 10}, "It was to begin in January.", "January=1999-01"},
      {{1998, 12, 10},
       "Three weeks ago Tuesday, he died.",
       "Three weeks ago Tuesday=1998-11-17"},
      {{1998, 12, 10},
       "Three years ago this month, he died.",
       "Three years ago=1995-12; this month=1998-12"},
      {kMonday, "The Assembly will meet on Friday and Saturday.",
       "Friday=1990-12-14; Saturday=1990-12-15"},
      {{1990, 7, 16},
       "It hit record closes Thursday and Friday.",
       "Thursday=1990-07-12; Friday=1990-07-13"},
      {{1998, 2, 6},
       "statements made Friday and Thursday",
       "Friday=1998-02-06; Thursday=1998-02-05"},
      {{1990, 3, 28},
       "It was timed to precede Mrs. Hill's meetings Thursday in Bonn.",
       "Thursday=1990-03-29"},
      {{1990, 10, 10},
       "Trading was slow in anticipation of a report Thursday.",
       "Thursday=1990-10-11"},
      {{1988, 3, 3},
       "South Carolina, which holds a primary on Saturday",
       "Saturday=1988-03-05"},
      {{1988, 7, 28},
       "It said a decision was expected by the weekend.",
       "the weekend=1988-W30-WE"},
  });
}

TEST_CASE("date dispatches: results of more months than a quarter") {
  check({
      {kFriday,
       "In the third quarter it earned $3 million. For the nine months, it earned $9 "
       "million, up from $8 million a year earlier.",
       "the third quarter=1989-Q3; the nine months=P9M; a year earlier=1988"},
      {kFriday,
       "Third-quarter net rose. For the nine months, net rose from the year-earlier "
       "period. In the third quarter, it fell from the year-earlier period.",
       "Third-quarter=1989-Q3; the nine months=P9M; the year-earlier period=P9M; "
       "the third quarter=1989-Q3; the year-earlier period=1988-Q3"},
      {kFriday, "Net for the year-earlier nine months rose.",
       "the year-earlier nine months=P9M"},
      {kFriday, "In the year-ago third quarter, it earned $3 million.",
       "the year-ago third quarter=1988-Q3"},
      {{1990, 1, 26},
       "In the year-ago fourth quarter, it earned $3 million.",
       "the year-ago fourth quarter=1988-Q4"},
  });
}

TEST_CASE("date dispatches: what is spoken") {
  constexpr Date kSpoken{1998, 3, 4};
  check({
      {kSpoken, "in the late nineteen sixties", "the late nineteen sixties=196"},
      {kSpoken, "on March third", "March third=1998-03-03"},
      {kSpoken, "by February twenty-seventh", "February twenty-seventh=1998-02-27"},
      {kSpoken, "the twenty-third of February", "third of February=1998-02-23"},
      {kSpoken, "in its March first-quarter report", "first-quarter=1998-Q1"},
      {kSpoken, "in January and March it rained", "January=1998-01; March=1998-03"},
      {kSpoken, "the January-March period", "January=1998-01; March=1998-03"},
      {kSpoken, "In the spring it will rain.", "the spring=1998-SP"},
      {kSpoken, "The spring rolls are good.", ""},
      {kSpoken, "in an interview to be aired Sunday", "Sunday=1998-03-08"},
      {kSpoken, "Fiscal 1999 begins Oct. 1.", "Fiscal 1999=FY1999; Oct. 1=1998-10-01"},
      {{1988, 5, 12},
       "It authorized it for the year starting Oct. 1.",
       "Oct. 1=1988-10-01"},
      {{1988, 5, 12}, "It was hit on Oct. 1.", "Oct. 1=1987-10-01"},
  });
}

TEST_CASE("date dispatches: years") {
  check({
      {kMonday, "By about 1970 they had gone.", "about 1970=1970"},
      {kMonday, "It was known since at least 1986 and should be told.", "1986=1986"},
      {kMonday, "The win was smaller than 1984.", "1984=1984"},
      {kMonday, "more than 1984 sheep", ""},
      {kMonday, "It was an increase over 1988 legislative spending.", "1988=1988"},
      {kMonday, "toward its 1995 rendezvous", "1995=1995"},
      {kMonday, "the post-1959 politics", "1959=1959"},
      {kFriday, "It forecast an increase for the full year.", "year=1989"},
      {kFriday, "a high for the year of $42", ""},
      {kFriday, "It has risen for the year.", "the year=1989"},
      {{1990, 3, 1}, "It earned $3 million for the year.", "the year=1989"},
      {kFriday, "It pays more this year than last.", "this year=1989; last=1988"},
      {kFriday, "as much this month as last, he said",
       "this month=1989-10; last=1989-09"},
  });
}

TEST_CASE("date dispatches: the year of a month beside one of long ago") {
  check({
      {{1998, 8, 10},
       "In 1983, it began. In October of that year, it failed.",
       "1983=1983; October of that year=1983-10"},
      {{1998, 8, 10}, "over the July Fourth weekend", "July Fourth=1998-07-04"},
      {{1988, 9, 1},
       "He rose in July 1962, and fell in March of that war.",
       "July 1962=1962-07; March=1962-03"},
      {{1988, 9, 1},
       "He rose in July 1962. He fell in August. It rose on Aug. 19.",
       "July 1962=1962-07; August=1962-08; Aug. 19=1962-08-19"},
  });
}

TEST_CASE("date dispatches: results and what they are compared with") {
  check({
      {kFriday, "In the 1988 quarter, it earned $3 million.",
       "the 1988 quarter=1988-Q3"},
      {kFriday, "Its 1989 sales rose to the 1988 levels.", "1989=1989; 1988=1988"},
      {kFriday, "It cut its estimates of 1990 earnings.", "1990=1990"},
      {kFriday, "The budget for 1990 includes it.", "1990=1990"},
      {kFriday, "It took 2000 sales.", ""},
      {kFriday, "up from July's 3% gain", "July=1989-07"},
      {kFriday, "By year-end 1990, it will close.", "year-end 1990=1990"},
      {kFriday, "In the same quarter last year, it earned $3 million.",
       "last year=1988-Q3"},
      {kFriday, "In the year-earlier month, it fell.",
       "the year-earlier month=1988-09"},
      {kFriday, "In the first half, it earned $3 million.", "the first half=1989-H1"},
      {kFriday, "In the June quarter, it fell.", "the June quarter=1989-Q2"},
      {kFriday, "for the week ended Wednesday",
       "the week=1989-W43; Wednesday=1989-10-25"},
      {kFriday, "The stock would be redeemed in five years.", "five years=1994"},
      {kFriday, "It was redeemed in five years.", "five years=P5Y"},
      {kFriday, "far into the next century", "the next century=20"},
      {kFriday, "to buy at nine dlrs per share", ""},
      {kFriday, "estimated at 8.41 mln bpd", ""},
  });
}

}  // namespace
