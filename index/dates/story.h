// What a date that was read adds to what the text has told so far.

#pragma once

#include "index/dates/reading.h"

namespace dateline::dates {

/// Takes a reading that begins at `at` into the story of a text of day `reference`.
/// Comparisons, durations and what is no period of the calendar move no story.
void remember(Story& story, Date reference, const Token& at, const Reading& reading);

}  // namespace dateline::dates
