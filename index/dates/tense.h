// Whether the words around a date say that it lies ahead.

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// What the words before `at`, else those behind `end`, make of a date without a year:
/// kAhead for "will meet on", "is to open in", "until"; kPast where a verb tells of
/// what is over; kUnknown. Reads the last words of the sentence only, so the time taken
/// has a bound.
Tense tense_at(const Context& context, const Token* at, const Token* end);

/// Whether a weekday continues days to come: "Norway on Tuesday, Wales on Thursday".
bool continues_days_ahead(const Context& context, const Token* at);

/// What the words behind a date alone tell.
Tense tense_behind(const Context& context, const Token* at, const Token* end);

/// What a dot behind does not end: "Mr", "Sept", the "S" of "U.S.".
bool is_abbreviation(const Context& context, const Token& token);

/// Whether the date is one to come.
inline bool points_ahead(const Context& context, const Token* at, const Token* end) {
  return tense_at(context, at, end) == Tense::kAhead;
}

}  // namespace dateline::dates
