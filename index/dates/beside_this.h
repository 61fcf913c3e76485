// "this time last year", "more this year than last": what stands beside "this".

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// Reads what begins with the pointing word `at`.
bool read_beside_this(const Context& context, const Token* at, Reading& reading);

}  // namespace dateline::dates
