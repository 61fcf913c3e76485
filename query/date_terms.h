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

/// The range as a person would write it: "2023", "2023-02..2023-04", "..2022-05-01".
std::string to_string(const DateRange& range);

}  // namespace dateline
