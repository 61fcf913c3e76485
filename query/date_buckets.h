// Periods of time sorted into days, weeks, months, ...: what facets and timelines
// count.

#pragma once

#include <dateline/date.h>
#include <dateline/period.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "query/facet_columns.h"

namespace dateline {

/// The finest of day, month, year and decade whose buckets are few enough to be read,
/// and that most of the counts are of. Of 20 counts at either end one is left out of
/// account: among this month's news one memory of 1945 makes nothing a matter of years.
CalendarUnit best_unit(std::span<const DateRange> periods,
                       std::span<const std::uint32_t> counts);

/// The buckets of a list of periods that is ordered by first day.
struct DateBuckets {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  CalendarUnit unit;
  std::vector<std::int64_t> units;    ///< Numbers of units, ascending.
  std::vector<std::uint32_t> number;  ///< Of each period: a place in `units`, or kNone.

  DateBuckets(std::span<const DateRange> periods, CalendarUnit unit);
};

/// A row of a timeline: a bucket, or one or more empty units between two.
struct DateRow {
  static constexpr std::uint32_t kEmpty = DateBuckets::kNone;

  DateRange days;
  std::size_t units = 1;          ///< More than 1 only where it is empty.
  std::uint32_t bucket = kEmpty;  ///< Its place in DateBuckets::units.
};

/// The buckets for which `counts` is not 0, in order, and all empty units between them.
/// Where these would be 1,000 rows or more, each run of empty ones is one row.
std::vector<DateRow> timeline_rows(const DateBuckets& buckets,
                                   std::span<const std::uint32_t> counts);

/// In how many of the rows each value of a column is, a row counting once for a value
/// that it has often. Value v counts as number[v], if that is below `numbers`.
std::vector<std::uint32_t> count_rows(const FacetColumn& column,
                                      std::span<const std::uint32_t> rows,
                                      std::span<const std::uint32_t> number,
                                      std::size_t numbers);

}  // namespace dateline
