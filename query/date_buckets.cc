#include "query/date_buckets.h"

#include <dateline/period.h>

#include <algorithm>

namespace dateline {
namespace {

// The part of the counts at either end that is left out of account: one of so many.
constexpr std::size_t kOutliers = 20;

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

}  // namespace

Date bucket_of(const DateRange& period, DatePrecision unit) {
  const Date holding = holding_date(period);
  if (unit == DatePrecision::kYear) return {holding.year};
  if (unit == DatePrecision::kMonth) {
    return holding.month == 0 ? Date{} : Date{holding.year, holding.month};
  }
  return holding.day == 0 ? Date{} : holding;
}

DatePrecision best_unit(std::span<const DateRange> periods,
                        std::span<const std::uint32_t> counts) {
  constexpr std::int32_t kYears = 5 * 366;
  constexpr std::int32_t kMonths = 60;
  std::size_t all = 0;
  std::size_t days = 0;
  std::size_t months = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    all += counts[i];
    if (bucket_of(periods[i], DatePrecision::kDay)) days += counts[i];
    if (bucket_of(periods[i], DatePrecision::kMonth)) months += counts[i];
  }
  if (all == 0) return DatePrecision::kMonth;
  const DateRange span = span_of_most(periods, counts, all);
  const std::int32_t length = to_days(span.last) - to_days(span.first);
  if (length > kYears || 2 * months < all) return DatePrecision::kYear;
  return length > kMonths || 2 * days < all ? DatePrecision::kMonth
                                            : DatePrecision::kDay;
}

DateBuckets::DateBuckets(std::span<const DateRange> periods, DatePrecision unit)
    : number(periods.size(), kNone) {
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const Date date = bucket_of(periods[i], unit);
    if (!date) continue;
    if (dates.empty() || dates.back() != date) dates.push_back(date);
    number[i] = static_cast<std::uint32_t>(dates.size() - 1);
  }
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
