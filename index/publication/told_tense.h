// Whether a text tells of a date as past: by the verb nearest to it.

#pragma once

#include "index/publication/words.h"

namespace dateline::publication {

/// How surely the words around a date say that it is past.
enum class Past {
  kUntold,  ///< They do not, or say that it is to come.
  kLikely,  ///< By a verb behind it: "In 1998 it opened".
  kTold,    ///< By one before it: "It opened in 1998".
};

/// By the nearest verb before a date, else by the first one behind it. `before` and
/// `behind` are the words of its sentence on both sides. Time is linear in their
/// length.
Past told_past(const Stretch& before, const Stretch& behind);

}  // namespace dateline::publication
