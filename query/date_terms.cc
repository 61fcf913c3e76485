#include "query/date_terms.h"

#include <dateline/period.h>

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

std::vector<DateRange> uncovered_periods(const DateRange& range,
                                         std::span<const DateRange> periods) {
  std::vector<DateRange> found;
  for (const DateRange& period : periods) {
    const Date holding = holding_date(period);
    const bool is_covered = holding && holds(range, days_of(holding));
    if (!is_covered && holds(range, period)) found.push_back(period);
  }
  return found;
}

}  // namespace dateline
