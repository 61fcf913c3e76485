// Months that stand alone, and what may stand behind a month instead of its year.

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// "March": a month without day and year.
bool read_bare_month(const Context& context, const Token* at, Reading& reading);

/// "last year", "of this year" behind a month or day: years from now, and the end.
bool pointed_year(const Token* at, int& years, const Token*& end);

/// "and", "to" between two dates of which only the last tells its year.
bool links_dates(const Token* at);

}  // namespace dateline::dates
