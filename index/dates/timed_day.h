// The day that belongs to a time.

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// A day behind a time, with the part of it that is named.
struct TimedDay {
  const Token* end = nullptr;  ///< Null: there is none.
  Date day;
  Date anchor;
  int part = -1;  ///< A DayPart, or -1.
};

/// "on Friday", "Saturday morning", "on June 30", "today", "that evening" at `at`.
TimedDay read_timed_day(const Context& context, const Token* at);

}  // namespace dateline::dates
