// Periods of time sorted into years, months or days: what facets and timelines count.

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "query/facet_columns.h"

namespace dateline {

/// The year, month or day (`unit`) that holds the whole of `period`; Date{} where none
/// does: a month is no day, and a winter of no one year.
Date bucket_of(const DateRange& period, DatePrecision unit);

/// The finest unit whose buckets are few enough to be read, and that most of the counts
/// are of. Of 20 counts at either end one is left out of account: among this month's
/// news one memory of 1945 makes nothing a matter of years.
DatePrecision best_unit(std::span<const DateRange> periods,
                        std::span<const std::uint32_t> counts);

/// The buckets of a list of periods that is ordered by first day.
struct DateBuckets {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  std::vector<Date> dates;            ///< Ordered.
  std::vector<std::uint32_t> number;  ///< Of each period: a place in `dates`, or kNone.

  DateBuckets(std::span<const DateRange> periods, DatePrecision unit);
};

/// In how many of the rows each value of a column is, a row counting once for a value
/// that it has often. Value v counts as number[v], if that is below `numbers`.
std::vector<std::uint32_t> count_rows(const FacetColumn& column,
                                      std::span<const std::uint32_t> rows,
                                      std::span<const std::uint32_t> number,
                                      std::size_t numbers);

}  // namespace dateline
