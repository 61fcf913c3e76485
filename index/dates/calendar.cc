#include "index/dates/calendar.h"

#include <cstdio>
#include <cstdlib>

namespace dateline::dates {
namespace {

constexpr int kWindow = 270;     // Days back that a date without a year reaches.
constexpr int kJustPast = 31;    // Days back that even a date to come reaches.
constexpr int kStillThis = 90;   // Days for which a month is not yet the last one.
constexpr int kSeasonStart = 3;  // Spring is March to May.

}  // namespace

Date nearest_day(int month, int day, bool ahead, Date reference) {
  Date date{reference.year, month, day};
  // 29 February lies in the last leap year.
  while (!is_valid(date) && date.year > reference.year - 8) --date.year;
  if (!is_valid(date)) return {reference.year, month, day};
  if (date > reference) --date.year;
  const Date next{date.year + 1, month, day};
  const int window = ahead ? kJustPast : kWindow;
  const bool far = is_valid(date) && to_days(reference) - to_days(date) > window;
  return (far && is_valid(next)) || !is_valid(date) ? next : date;
}

Date nearest_month(int month, bool ahead, Date reference) {
  Date date{reference.year, month};
  if (month > reference.month) --date.year;
  const int back = (reference.year - date.year) * 12 + reference.month - month;
  if (back * 30 > (ahead ? 0 : kWindow)) ++date.year;
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

Date month_from(Date day, int months) {
  const int count = day.year * 12 + day.month - 1 + months;
  return {count / 12, count % 12 + 1};
}

int season_year(int season, int direction, Date reference) {
  const int end = kSeasonStart + 3 * season + 2;  // Its last month; winter's is 14.
  if (direction > 0)
    return reference.month < end - 2 ? reference.year : reference.year + 1;
  if (direction == 0) return reference.year;
  return reference.month > end ? reference.year : reference.year - 1;
}

std::string week_value(Date day) {
  // The week is of the year that its Thursday lies in.
  const Date thursday = from_days(to_days(day) - weekday(day) + 4);
  const int week = (to_days(thursday) - to_days({thursday.year, 1, 1})) / 7 + 1;
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-W%02d", thursday.year, week);
  return buffer;
}

DateRange week_range(Date day) {
  const int monday = to_days(day) - weekday(day) + 1;
  return {from_days(monday), from_days(monday + 6)};
}

}  // namespace dateline::dates
