// Which of two days, or months, is meant where one of them is near and the other far.

#pragma once

#include "index/dates/calendar.h"
#include "index/dates/reading.h"

namespace dateline::dates {

/// On which side of the day of publication a weekday or a month is much the nearer.
enum class NearSide { kNeither, kLast, kNext };

/// The tense of the tokens [at, end), which `tense` is as their words have it, with
/// what news does: "Tuesday" in a paper of Monday is tomorrow far more often than six
/// days ago, and "May" in July seldom next year's. The farther one needs a verb that
/// says so.
Tense weighed_tense(const Context& context, const Token* at, const Token* end,
                    Tense tense, NearSide near);

/// Days from the day of publication, which must be known, to weekday `number` (1 Monday
/// to 7) of the tokens [at, end): -6 to 6.
int days_to_bare_weekday(const Context& context, const Token* at, const Token* end,
                         int number);

/// The tense of a month without year; the day of publication must be known.
Tense tense_of_month(const Context& context, const Token* at, const Token* end);

/// Likewise of a day of a month.
Tense tense_of_day(const Context& context, const Token* at, const Token* end, int month,
                   int day);

}  // namespace dateline::dates
