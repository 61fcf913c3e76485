#include "index/dates/calendar.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace dateline::dates {
namespace {

constexpr int kWindow = 255;     // Days back that a date without a year reaches.
constexpr int kLongPast = 285;   // Days back that one of the past reaches.
constexpr int kJustPast = 31;    // Days back that even a date to come reaches.
constexpr int kStillThis = 45;   // Days for which a month is not yet the last one.
constexpr int kSeasonStart = 3;  // Spring is March to May.
constexpr int kLastYear = 9999;

constexpr const char* kSeasonCodes[] = {"SP", "SU", "FA", "WI"};

// Days back that a month without a year may lie.
int window_of(Tense tense) {
  constexpr int kLongAgo = 320;
  if (tense == Tense::kPast) return kLongAgo;
  return tense == Tense::kAhead ? 0 : kWindow;
}

Date checked(Date date) {
  return date.year >= 1 && date.year <= kLastYear ? date : Date{};
}

Date month_start(int year, int month, int months) {
  const int count = year * 12 + month - 1 + months;
  if (count < 12) return {};
  return checked({count / 12, count % 12 + 1, 1});
}

// Months that a period of the grain has; 0 where it is counted in days.
int months_in(Grain grain) {
  switch (grain) {
    case Grain::kMonth:
      return 1;
    case Grain::kQuarter:
    case Grain::kSeason:
      return 3;
    case Grain::kHalf:
      return 6;
    case Grain::kYear:
    case Grain::kFiscal:
      return 12;
    case Grain::kDecade:
      return 120;
    case Grain::kCentury:
      return 1200;
    case Grain::kMillennium:
      return 12000;
    default:
      return 0;
  }
}

Date monday_of(Date day) { return day_after(day, 1 - weekday(day)); }

Date season_start(Date day) {
  const int months = (day.month + 12 - kSeasonStart) % 3;
  return month_start(day.year, day.month, -months);
}

int in_steps(int year, int step) { return std::max(year / step * step, 1); }

}  // namespace

Date day_after(Date day, int days) {
  const std::int64_t last = to_days({kLastYear, 12, 31});
  const std::int64_t sum = std::int64_t{to_days(day)} + days;
  if (sum > last || sum < to_days({1, 1, 1})) return {};
  return from_days(static_cast<std::int32_t>(sum));
}

Date months_after(Date day, int months) {
  Date moved = month_start(day.year, day.month, months);
  if (!moved) return {};
  moved.day = std::min(day.day, last_day({moved.year, moved.month}).day);
  return moved;
}

Period period_of(Grain grain, Date day) {
  if (!day) return {grain, {}};
  switch (grain) {
    case Grain::kDay:
      return {grain, day};
    case Grain::kWeek:
      return {grain, monday_of(day)};
    case Grain::kWeekend:
      return {grain, day_after(monday_of(day), 5)};
    case Grain::kMonth:
      return {grain, {day.year, day.month, 1}};
    case Grain::kQuarter:
      return {grain, {day.year, (day.month - 1) / 3 * 3 + 1, 1}};
    case Grain::kSeason:
      return {grain, season_start(day)};
    case Grain::kHalf:
      return {grain, {day.year, day.month > 6 ? 7 : 1, 1}};
    case Grain::kYear:
    case Grain::kFiscal:
      return {grain, {day.year, 1, 1}};
    case Grain::kDecade:
      return {grain, {in_steps(day.year, 10), 1, 1}};
    case Grain::kCentury:
      return {grain, {in_steps(day.year, 100), 1, 1}};
    case Grain::kMillennium:
      break;
  }
  return {grain, {in_steps(day.year, 1000), 1, 1}};
}

Period shifted(Period period, int count) {
  constexpr int kMost = 10000;
  if (!period || std::abs(count) > kMost * 400) return {period.grain, {}};
  if (period.grain == Grain::kDay)
    return {period.grain, day_after(period.first, count)};
  if (std::abs(count) > kMost) return {period.grain, {}};
  const int months = months_in(period.grain);
  if (months == 0) return {period.grain, day_after(period.first, 7 * count)};
  return period_of(period.grain,
                   month_start(period.first.year, period.first.month, months * count));
}

std::string value_of(Period period) {
  const Date first = period.first;
  char buffer[40] = "";
  const auto print = [&buffer](const char* format, int a, int b) {
    std::snprintf(buffer, sizeof buffer, format, a, b);
  };
  switch (period.grain) {
    case Grain::kDay:
      return to_string(first);
    case Grain::kWeek:
    case Grain::kWeekend: {
      // The week is of the year that its Thursday lies in.
      const Date thursday = day_after(monday_of(first), 3);
      if (!thursday) return {};
      const int week = (to_days(thursday) - to_days({thursday.year, 1, 1})) / 7 + 1;
      print(period.grain == Grain::kWeek ? "%04d-W%02d" : "%04d-W%02d-WE",
            thursday.year, week);
      break;
    }
    case Grain::kMonth:
      return to_string(Date{first.year, first.month});
    case Grain::kQuarter:
      print("%04d-Q%d", first.year, (first.month + 2) / 3);
      break;
    case Grain::kHalf:
      print("%04d-H%d", first.year, first.month > 6 ? 2 : 1);
      break;
    case Grain::kSeason:
      std::snprintf(buffer, sizeof buffer, "%04d-%s", first.year,
                    kSeasonCodes[first.month / 3 - 1]);
      break;
    case Grain::kYear:
      return to_string(Date{first.year});
    case Grain::kFiscal:
      print("FY%04d", first.year, 0);
      break;
    case Grain::kDecade:
      print("%03d", first.year / 10, 0);
      break;
    case Grain::kCentury:
      print("%02d", first.year / 100, 0);
      break;
    case Grain::kMillennium:
      print("%d", first.year / 1000, 0);
  }
  return buffer;
}

DateRange range_of(Period period) {
  const Date first = period.first;
  if (!first) return {};
  switch (period.grain) {
    case Grain::kDay:
      return {first, first};
    case Grain::kWeek:
      return {first, day_after(first, 6)};
    case Grain::kWeekend:
      return {first, day_after(first, 1)};
    case Grain::kFiscal:  // Which months it has, only the company knows.
      return {};
    default:
      break;
  }
  const Date next = month_start(first.year, first.month, months_in(period.grain));
  return {first, next ? day_after(next, -1) : Date{kLastYear, 12, 31}};
}

DatePrecision precision_of(Grain grain) {
  switch (grain) {
    case Grain::kDay:
      return DatePrecision::kDay;
    case Grain::kMonth:
      return DatePrecision::kMonth;
    case Grain::kYear:
      return DatePrecision::kYear;
    default:
      return DatePrecision::kNone;
  }
}

Date nearest_day(int month, int day, Tense tense, Date reference) {
  Date date{reference.year, month, day};
  // 29 February lies in the last leap year.
  while (!is_valid(date) && date.year > reference.year - 8) --date.year;
  if (!is_valid(date)) return {reference.year, month, day};
  if (date > reference) --date.year;
  const Date next{date.year + 1, month, day};
  const int window = tense == Tense::kAhead  ? kJustPast
                     : tense == Tense::kPast ? kLongPast
                                             : kWindow;
  const bool far = is_valid(date) && to_days(reference) - to_days(date) > window;
  return (far && is_valid(next)) || !is_valid(date) ? next : date;
}

Date nearest_month(int month, Tense tense, Date reference) {
  Date date{reference.year, month};
  if (month > reference.month) --date.year;
  const int back = (reference.year - date.year) * 12 + reference.month - month;
  if (back * 30 > window_of(tense)) ++date.year;
  return date;
}

Date pointed_month(int month, int direction, Date reference) {
  Date date{reference.year, month};
  if (direction > 0) {
    if (month <= reference.month) ++date.year;
  } else if (direction < 0) {
    const bool passed = month < reference.month &&
                        to_days(reference) - to_days(last_day(date)) >= kStillThis;
    if (!passed) --date.year;
  }
  return date;
}

Period pointed_season(int season, int direction, Date reference) {
  const int start = kSeasonStart + 3 * season;
  int year = reference.year;
  // January and February are of the winter that began the year before, and "this
  // winter" is still that one in spring.
  const int winter_talk = direction == 0 ? kSeasonStart + 2 : kSeasonStart - 1;
  if (season == 3 && reference.month <= winter_talk && direction <= 0) --year;
  const Date first{year, start, 1};
  const Date end = range_of({Grain::kSeason, first}).last;
  if (direction < 0 && end >= reference) --year;
  if (direction > 0 && first <= reference) ++year;
  return {Grain::kSeason, checked({year, start, 1})};
}

Date easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int day = h + l - 7 * m + 114;
  return {year, day / 31, day % 31 + 1};
}

Date nth_weekday(int year, int month, int weekday_number, int nth) {
  if (nth < 0) {
    const Date last = last_day({year, month});
    return day_after(last, -((weekday(last) - weekday_number + 7) % 7));
  }
  const Date first{year, month, 1};
  return day_after(first, (weekday_number - weekday(first) + 7) % 7 + 7 * (nth - 1));
}

}  // namespace dateline::dates
