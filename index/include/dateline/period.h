// dateline/period.h - periods of the calendar by name: days, months, quarters, decades.
//
//   const auto quarter = dateline::parse_period("2022-Q1");  // 1 January to 31 March
//   dateline::period_name(*quarter)                          // "2022-Q1"
//   dateline::holding_date(*quarter)                         // Date{2022}
//
// A period is the days it covers and nothing else: whoever wrote "January to March
// 2022" meant 2022-Q1. Pure functions: safe from any number of threads.

#pragma once

#include <dateline/date.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What facets and timelines count by. Weeks are those of ISO 8601, from Monday on.
enum class CalendarUnit { kDay, kWeek, kMonth, kQuarter, kYear, kDecade };

inline constexpr std::array kCalendarUnits = {
    CalendarUnit::kDay,     CalendarUnit::kWeek, CalendarUnit::kMonth,
    CalendarUnit::kQuarter, CalendarUnit::kYear, CalendarUnit::kDecade};

/// "day", "week", "month", "quarter", "year", "decade".
std::string_view to_string(CalendarUnit unit);

/// The unit of that name, or nullopt.
std::optional<CalendarUnit> parse_calendar_unit(std::string_view name);

/// Reads one period: 2023-03-02, 2023-03, 2023; a quarter 2023-Q1, a half 2023-H1, an
/// ISO week 2023-W09, a season 2022-SU (SP, SU, FA, WI; three whole months from March,
/// June, September or December of that year); a decade 1970s or 197X, a century 19XX
/// (its years 1900 to 1999). Letters of either case. Nothing else, and nothing that
/// does not exist: nullopt.
std::optional<DateRange> parse_period(std::string_view text);

/// The shortest name of the days of `range`, which parse_period() reads where it is of
/// a day, week, month, quarter, half, year or decade, else with ".." between two dates:
/// "2023-02..2023-04". An open end is left out: "..2022-05-01"; ".." for both.
std::string period_name(const DateRange& range);

/// The days of a date of any precision. `date` must be valid and not Date{}.
DateRange days_of(Date date);

/// The finest date that has all days of `range`: that day, month or year; Date{} where
/// it reaches into more than one year, or has an open end.
Date holding_date(const DateRange& range);

/// Whether every day of `inner` is one of `outer`. Open ends reach as far as there are
/// days.
bool holds(const DateRange& outer, const DateRange& inner);

}  // namespace dateline
