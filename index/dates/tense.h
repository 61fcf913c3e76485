// Whether the words before a date say that it lies ahead.

#pragma once

#include <string_view>

namespace dateline::dates {

/// Whether `before`, the text that a date without a year follows, makes it one to
/// come: "will meet on", "is to open in", "until". Reads the last words of the sentence
/// only, in small letters or capitals, so the time taken has a bound.
bool points_ahead(std::string_view before);

}  // namespace dateline::dates
