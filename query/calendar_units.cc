#include "query/calendar_units.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int kLastYear = 9999;

// Days from a Monday to 1 January 1970, a Thursday.
constexpr std::int64_t kMondayBefore = 3;

std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

// Months of this unit; 0 where it is made of days.
int months_of(CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::kMonth:
      return 1;
    case CalendarUnit::kQuarter:
      return 3;
    case CalendarUnit::kYear:
      return 12;
    case CalendarUnit::kDecade:
      return 120;
    case CalendarUnit::kDay:
    case CalendarUnit::kWeek:
      break;
  }
  return 0;
}

Date day_within(std::int64_t days) {
  const std::int64_t first = to_days({1, 1, 1});
  const std::int64_t last = to_days({kLastYear, 12, 31});
  return from_days(static_cast<std::int32_t>(std::clamp(days, first, last)));
}

// `number` counts months from January of year 0.
Date month_within(std::int64_t number) {
  const std::int64_t within =
      std::clamp<std::int64_t>(number, 12, std::int64_t{kLastYear} * 12 + 11);
  return {static_cast<int>(within / 12), static_cast<int>(within % 12) + 1};
}

}  // namespace

std::int64_t unit_number(CalendarUnit unit, Date day) {
  if (unit == CalendarUnit::kDay) return to_days(day);
  if (unit == CalendarUnit::kWeek) {
    return floor_divided(to_days(day) + kMondayBefore, 7);
  }
  return (std::int64_t{day.year} * 12 + day.month - 1) / months_of(unit);
}

DateRange unit_days(CalendarUnit unit, std::int64_t number) {
  if (unit == CalendarUnit::kDay) return {day_within(number), day_within(number)};
  if (unit == CalendarUnit::kWeek) {
    const std::int64_t monday = number * 7 - kMondayBefore;
    return {day_within(monday), day_within(monday + 6)};
  }
  const std::int64_t months = months_of(unit);
  return {first_day(month_within(number * months)),
          last_day(month_within(number * months + months - 1))};
}

std::optional<std::int64_t> unit_holding(CalendarUnit unit, const DateRange& period) {
  const std::int64_t first = unit_number(unit, period.first);
  if (first != unit_number(unit, period.last)) return std::nullopt;
  return first;
}

}  // namespace dateline
