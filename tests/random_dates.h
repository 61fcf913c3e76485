// Days as people type them behind published: and about:, and what they mean, told by
// the calendar of the C++ library.

#pragma once

#include <dateline/date.h>

#include <random>
#include <string>
#include <vector>

namespace dateline::oracle {

/// The day that such questions are asked on, a Thursday.
inline constexpr Date kToday{2023, 3, 2};

/// A period as it is typed; an open end is the first or the last day of all.
struct TypedDays {
  std::string text;
  DateRange range;
};

/// One of every form of the language, about the years of `dates`.
TypedDays random_days(const std::vector<Date>& dates, std::mt19937& random);

}  // namespace dateline::oracle
