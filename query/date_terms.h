// A range of days as the dates that an index holds: whole years, months, days.

#pragma once

#include <dateline/date.h>

#include <span>
#include <vector>

namespace dateline {

/// The coarsest dates that together cover the days of `range` exactly: 2022-12-31 ..
/// 2024-02-29 is 2022-12-31, 2023, 2024-01, 2024-02. Of whole years only those among
/// `years` (ascending) are given; an open end reaches as far as they do. Ordered.
/// Empty when the range is.
std::vector<Date> covering_dates(const DateRange& range, std::span<const int> years);

/// Those of `periods`, which are no dates, that `range` holds and covering_dates() does
/// not have already by a coarser date; ordered as they are. Searching for both finds
/// whatever lies within the range.
std::vector<DateRange> uncovered_periods(const DateRange& range,
                                         std::span<const DateRange> periods);

}  // namespace dateline
