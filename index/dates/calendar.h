// Periods of the calendar, and reckoning with them.

#pragma once

#include <dateline/annotate.h>
#include <dateline/date.h>

#include <string>

namespace dateline::dates {

/// The sizes of what a calendar date can name, smaller first.
enum class Grain {
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kFiscal,
  kDecade,
  kCentury,
  kMillennium,
};

/// One of them: the day, week, month ... that begins on `first`; Date{} is none. A
/// season begins with March, June, September or December, a winter is of the year of
/// its December; a fiscal year is told by its number only, and begins on 1 January.
struct Period {
  Grain grain = Grain::kDay;
  Date first;

  explicit operator bool() const { return static_cast<bool>(first); }
};

/// The one that `day` lies in.
Period period_of(Grain grain, Date day);

/// The one `count` further, or back. Date{} where the calendar ends.
Period shifted(Period period, int count);

/// "2023-03-02", "2023-W09", "2023-W09-WE", "2023-03", "2023-Q1", "2023-H1", "2022-SU",
/// "2023", "FY2023", "202", "20": TIMEX3.
std::string value_of(Period period);
DateRange range_of(Period period);
DatePrecision precision_of(Grain grain);

/// What the words around a date say of where it lies.
enum class Tense { kUnknown, kPast, kAhead };

/// The day of that month and number that an article of `reference` means when it names
/// no year: the last one, unless that is more than 255 days ago, or 285 where a verb
/// is past. One ahead is the next, unless the last is less than 31 days ago.
Date nearest_day(int month, int day, Tense tense, Date reference);

/// Likewise for a month, which may lie further back if it is past; one to come is this
/// month or a later one.
Date nearest_month(int month, Tense tense, Date reference);

/// "last March", "this March", "next March": `direction` -1, 0, 1. A month that ended
/// less than 90 days ago is not yet called the last one.
Date pointed_month(int month, int direction, Date reference);

/// The season that "last summer", "this summer", "next summer" mean; 0 is spring.
Period pointed_season(int season, int direction, Date reference);

/// The day `days` after `day`; Date{} outside of years 1 to 9999.
Date day_after(Date day, int days);

/// The day of the month `months` later with the same number, or its last.
Date months_after(Date day, int months);

/// Easter Sunday of the western churches. Source: the anonymous Gregorian algorithm
/// (J. Meeus, "Astronomical Algorithms", chapter 8).
Date easter(int year);

/// The weekday `weekday` (1 is Monday) that is the `nth` of its month; -1 is the last.
Date nth_weekday(int year, int month, int weekday, int nth);

}  // namespace dateline::dates
