#include <dateline/period.h>

#include <algorithm>
#include <array>
#include <utility>

#include "index/dates/calendar.h"

namespace dateline {
namespace {

using dates::Grain;
using dates::Period;

constexpr Date kFirstDay{1, 1, 1};
constexpr Date kLastDay{9999, 12, 31};

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The first `digits` characters as a number; -1 where they are none.
int leading_number(std::string_view text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<DateRange> years(int first, int count) {
  if (first < 1) return std::nullopt;
  return DateRange{{first, 1, 1}, {first + count - 1, 12, 31}};
}

// 1970S, 197X, 19XX; `text` in capitals.
std::optional<DateRange> parse_decade(std::string_view text) {
  const int year = leading_number(text, 4);
  if (text.size() == 5 && text[4] == 'S' && year % 10 == 0) return years(year, 10);
  if (text.size() != 4 || text[3] != 'X') return std::nullopt;
  if (text[2] == 'X') {
    const int century = leading_number(text, 2);
    return century > 0 ? years(century * 100, 100) : std::nullopt;
  }
  const int decade = leading_number(text, 3);
  return decade > 0 ? years(decade * 10, 10) : std::nullopt;
}

// The part of a year that Q1, H2, SU or W09 names, or no period.
Period part_of_year(int year, std::string_view part) {
  constexpr std::array<std::pair<std::string_view, int>, 4> kSeasons = {
      {{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}}};
  for (const auto& [code, month] : kSeasons) {
    if (part == code) return {Grain::kSeason, {year, month, 1}};
  }
  const int number =
      part.empty() ? -1 : leading_number(part.substr(1), part.size() - 1);
  if (part.size() == 2 && part[0] == 'Q' && number >= 1 && number <= 4) {
    return {Grain::kQuarter, {year, 3 * number - 2, 1}};
  }
  if (part.size() == 2 && part[0] == 'H' && number >= 1 && number <= 2) {
    return {Grain::kHalf, {year, 6 * number - 5, 1}};
  }
  if (part.size() == 3 && part[0] == 'W' && number >= 1 && number <= 53) {
    // The first week of a year is that of its 4 January.
    return dates::shifted(dates::period_of(Grain::kWeek, {year, 1, 4}), number - 1);
  }
  return {};
}

// 2022-Q1 and the like; `text` in capitals.
std::optional<DateRange> parse_part(std::string_view text) {
  const int year = leading_number(text, 4);
  if (year < 1 || text.size() < 6 || text[4] != '-') return std::nullopt;
  const Period period = part_of_year(year, text.substr(5));
  // A year has no week 53 where that is the first of the next.
  if (!period || dates::value_of(period) != text) return std::nullopt;
  const DateRange range = dates::range_of(period);
  return range.last ? std::optional(range) : std::nullopt;
}

// The name of whole months from `first` to `last`, if it has one.
std::string name_of_months(Date first, Date last) {
  const int months = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (months == 1) return to_string(Date{first.year, first.month});
  if (months == 12 && first.month == 1) return to_string(Date{first.year});
  const std::string year = to_string(Date{first.year});
  if (months == 3 && first.month % 3 == 1) {
    return year + "-Q" + std::to_string(first.month / 3 + 1);
  }
  if (months == 6 && first.month % 6 == 1) {
    return year + "-H" + std::to_string(first.month / 6 + 1);
  }
  const bool is_decade = months == 120 && first.month == 1 && first.year % 10 == 0;
  return is_decade ? year + "s" : "";
}

// The shortest date that begins (ends) on this day.
Date shortest_from(Date day) {
  if (day.day != 1) return day;
  return day.month == 1 ? Date{day.year} : Date{day.year, day.month};
}

Date shortest_to(Date day) {
  if (day != last_day({day.year, day.month})) return day;
  return day.month == 12 ? Date{day.year} : Date{day.year, day.month};
}

// Both ends in the finer of their precisions: 2023-02..2023-12, not 2023-02..2023.
std::string name_of_ends(Date first, Date last) {
  const Date from = shortest_from(first);
  const Date to = shortest_to(last);
  const DatePrecision finest = std::max(precision(from), precision(to));
  const auto refined = [finest](Date shortest, Date day) {
    if (precision(shortest) == finest) return shortest;
    return finest == DatePrecision::kDay ? day : Date{day.year, day.month};
  };
  return to_string(refined(from, first)) + ".." + to_string(refined(to, last));
}

bool is_week(Date first, Date last) {
  return weekday(first) == 1 && to_days(last) - to_days(first) == 6;
}

}  // namespace

std::string_view to_string(CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::kDay:
      return "day";
    case CalendarUnit::kWeek:
      return "week";
    case CalendarUnit::kMonth:
      return "month";
    case CalendarUnit::kQuarter:
      return "quarter";
    case CalendarUnit::kYear:
      return "year";
    case CalendarUnit::kDecade:
      break;
  }
  return "decade";
}

std::optional<CalendarUnit> parse_calendar_unit(std::string_view name) {
  for (const CalendarUnit unit : kCalendarUnits) {
    if (to_string(unit) == name) return unit;
  }
  return std::nullopt;
}

std::optional<DateRange> parse_period(std::string_view text) {
  if (const auto date = parse_date(text)) return days_of(*date);
  constexpr std::size_t kLongest = 8;  // 2023-W09
  if (text.size() > kLongest) return std::nullopt;
  const std::string name = upper(text);
  if (const auto decade = parse_decade(name)) return decade;
  return parse_part(name);
}

std::string period_name(const DateRange& range) {
  if (!range.first && !range.last) return "..";
  if (!range.last) return to_string(shortest_from(first_day(range.first))) + "..";
  if (!range.first) return ".." + to_string(shortest_to(last_day(range.last)));
  const Date first = first_day(range.first);
  const Date last = last_day(range.last);
  if (first == last) return to_string(first);
  if (is_week(first, last)) {
    return dates::value_of(dates::period_of(Grain::kWeek, first));
  }
  if (first.day == 1 && last == last_day({last.year, last.month})) {
    const std::string name = name_of_months(first, last);
    if (!name.empty()) return name;
  }
  return name_of_ends(first, last);
}

DateRange days_of(Date date) { return {first_day(date), last_day(date)}; }

Date holding_date(const DateRange& range) {
  if (!range.first || !range.last) return {};
  const Date first = first_day(range.first);
  const Date last = last_day(range.last);
  if (first == last) return first;
  if (first.year != last.year) return {};
  return first.month == last.month ? Date{first.year, first.month} : Date{first.year};
}

bool holds(const DateRange& outer, const DateRange& inner) {
  const auto first = [](Date date) { return date ? first_day(date) : kFirstDay; };
  const auto last = [](Date date) { return date ? last_day(date) : kLastDay; };
  return first(outer.first) <= first(inner.first) &&
         last(inner.last) <= last(outer.last);
}

}  // namespace dateline
