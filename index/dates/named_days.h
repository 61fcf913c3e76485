// Days with a name: Christmas, Easter, Thanksgiving.

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// The named day that begins at `at`; `direction` as "last", "next" give it, or 0.
bool read_feast(const Context& context, const Token* at, int direction,
                Reading& reading);

}  // namespace dateline::dates
