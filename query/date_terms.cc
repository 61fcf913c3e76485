#include "query/date_terms.h"

#include <algorithm>

namespace dateline {
namespace {

// The months `first` to `last` of a year, in part.
void add_months(Date first, Date last, std::vector<Date>& dates) {
  for (int month = first.month; month <= last.month; ++month) {
    const Date whole{first.year, month};
    const Date begin = std::max(first, first_day(whole));
    const Date end = std::min(last, last_day(whole));
    if (begin == first_day(whole) && end == last_day(whole)) {
      dates.push_back(whole);
      continue;
    }
    for (int day = begin.day; day <= end.day; ++day) {
      dates.push_back({first.year, month, day});
    }
  }
}

// What of `range` lies in `year`.
void add_year(int year, Date first, Date last, std::vector<Date>& dates) {
  const Date begin = std::max(first, first_day({year}));
  const Date end = std::min(last, last_day({year}));
  if (end < begin) return;
  if (begin == first_day({year}) && end == last_day({year})) {
    dates.push_back({year});
  } else {
    add_months(begin, end, dates);
  }
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

}  // namespace

std::vector<Date> covering_dates(const DateRange& range, std::span<const int> years) {
  std::vector<Date> dates;
  const Date first = range.first ? first_day(range.first) : Date{1, 1, 1};
  const Date last = range.last ? last_day(range.last) : Date{9999, 12, 31};
  const auto begin = std::lower_bound(years.begin(), years.end(), first.year);
  for (auto year = begin; year != years.end() && *year <= last.year; ++year) {
    add_year(*year, first, last, dates);
  }
  return dates;
}

std::string to_string(const DateRange& range) {
  if (!range.first && !range.last) return "..";
  if (!range.last) return to_string(shortest_from(first_day(range.first))) + "..";
  if (!range.first) return ".." + to_string(shortest_to(last_day(range.last)));
  const Date first = first_day(range.first);
  const Date last = last_day(range.last);
  for (const Date whole : {Date{first.year}, Date{first.year, first.month}, first}) {
    if (first_day(whole) == first && last_day(whole) == last) return to_string(whole);
  }
  // Both ends in the finer of their precisions: 2023-02..2023-12, not 2023-02..2023.
  Date from = shortest_from(first);
  Date to = shortest_to(last);
  const DatePrecision finest = std::max(precision(from), precision(to));
  const auto refined = [finest](Date shortest, Date day) {
    if (precision(shortest) == finest) return shortest;
    return finest == DatePrecision::kDay ? day : Date{day.year, day.month};
  };
  return to_string(refined(from, first)) + ".." + to_string(refined(to, last));
}

}  // namespace dateline
