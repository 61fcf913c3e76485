// Whether the words around a date say that it lies ahead.

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// Whether the words before `at`, else those behind `end`, make a date without a year
/// one to come: "will meet on", "is to open in", "until". Reads the last words of the
/// sentence only, so the time taken has a bound.
bool points_ahead(const Context& context, const Token* at, const Token* end);

}  // namespace dateline::dates
