#include "query/date_buckets.h"

#include <algorithm>

#include "query/calendar_units.h"

namespace dateline {
namespace {

// The part of the counts at either end that is left out of account: one of so many.
constexpr std::size_t kOutliers = 20;

// Timelines up to this length show every unit of their gaps.
constexpr std::int64_t kMostRows = 1000;

// The days between which all but the outliers of the counts lie. `periods` by first
// day.
DateRange span_of_most(std::span<const DateRange> periods,
                       std::span<const std::uint32_t> counts, std::size_t all) {
  const std::size_t left_out = all / kOutliers;
  DateRange span;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (counts[i] == 0) continue;
    const bool is_before = seen + counts[i] <= left_out;
    const bool is_after = seen >= all - left_out;
    seen += counts[i];
    if (is_before || is_after) continue;
    if (!span.first) span.first = periods[i].first;
    span.last = std::max(span.last, periods[i].last);
  }
  return span;
}

void add_gap(CalendarUnit unit, std::int64_t first, std::int64_t last, bool joined,
             std::vector<DateRow>& rows) {
  if (first > last) return;
  if (joined) {
    rows.push_back({.days = {unit_days(unit, first).first, unit_days(unit, last).last},
                    .units = static_cast<std::size_t>(last - first + 1)});
    return;
  }
  for (std::int64_t n = first; n <= last; ++n) {
    rows.push_back({.days = unit_days(unit, n)});
  }
}

}  // namespace

CalendarUnit best_unit(std::span<const DateRange> periods,
                       std::span<const std::uint32_t> counts) {
  constexpr std::int32_t kDecades = 150 * 366;
  constexpr std::int32_t kYears = 5 * 366;
  constexpr std::int32_t kMonths = 60;
  std::size_t all = 0;
  std::size_t days = 0;
  std::size_t months = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    all += counts[i];
    if (unit_holding(CalendarUnit::kDay, periods[i])) days += counts[i];
    if (unit_holding(CalendarUnit::kMonth, periods[i])) months += counts[i];
  }
  if (all == 0) return CalendarUnit::kMonth;
  const DateRange span = span_of_most(periods, counts, all);
  const std::int32_t length = to_days(span.last) - to_days(span.first);
  if (length > kDecades) return CalendarUnit::kDecade;
  if (length > kYears || 2 * months < all) return CalendarUnit::kYear;
  return length > kMonths || 2 * days < all ? CalendarUnit::kMonth : CalendarUnit::kDay;
}

DateBuckets::DateBuckets(std::span<const DateRange> periods, CalendarUnit by)
    : unit(by), number(periods.size(), kNone) {
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const auto holding = unit_holding(unit, periods[i]);
    if (!holding) continue;
    if (units.empty() || units.back() != *holding) units.push_back(*holding);
    number[i] = static_cast<std::uint32_t>(units.size() - 1);
  }
}

std::vector<DateRow> timeline_rows(const DateBuckets& buckets,
                                   std::span<const std::uint32_t> counts) {
  std::vector<std::uint32_t> counted;
  for (std::uint32_t b = 0; b < counts.size(); ++b) {
    if (counts[b] > 0) counted.push_back(b);
  }
  std::vector<DateRow> rows;
  if (counted.empty()) return rows;
  const bool joined =
      buckets.units[counted.back()] - buckets.units[counted.front()] >= kMostRows;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    const std::int64_t number = buckets.units[counted[i]];
    if (i > 0) {
      add_gap(buckets.unit, buckets.units[counted[i - 1]] + 1, number - 1, joined,
              rows);
    }
    rows.push_back({.days = unit_days(buckets.unit, number), .bucket = counted[i]});
  }
  return rows;
}

std::vector<std::uint32_t> count_rows(const FacetColumn& column,
                                      std::span<const std::uint32_t> rows,
                                      std::span<const std::uint32_t> number,
                                      std::size_t numbers) {
  std::vector<std::uint32_t> counts(numbers, 0);
  std::vector<std::uint32_t> seen(numbers, 0);
  std::uint32_t mark = 0;
  for (const std::uint32_t row : rows) {
    ++mark;
    for (const std::uint32_t value : column.row(row)) {
      const std::uint32_t n = number[value];
      if (n >= numbers || seen[n] == mark) continue;
      seen[n] = mark;
      ++counts[n];
    }
  }
  return counts;
}

}  // namespace dateline
