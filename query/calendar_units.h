// Days, weeks, months, quarters, years and decades as numbers, each one more than the
// one before it: what buckets and gaps are reckoned with.

#pragma once

#include <dateline/date.h>
#include <dateline/period.h>

#include <cstdint>
#include <optional>

namespace dateline {

/// The number of the unit that a full date lies in. Numbers of different units have
/// nothing to do with each other.
std::int64_t unit_number(CalendarUnit unit, Date day);

/// The days of the unit of that number; within years 1 to 9999.
DateRange unit_days(CalendarUnit unit, std::int64_t number);

/// The number of the unit that holds the whole of `period`, which has both ends in full
/// days; nullopt where none does: a month is no day, and a winter of no one year.
std::optional<std::int64_t> unit_holding(CalendarUnit unit, const DateRange& period);

}  // namespace dateline
