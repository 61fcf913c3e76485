// Units beside others: "the year before", "the week before last", "year-ago".

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// Reads a unit at `at` that lies beside one that the text has told of, or beside that
/// of publication.
bool read_unit_beside_other(const Context& context, const Token* at, Reading& reading);

}  // namespace dateline::dates
