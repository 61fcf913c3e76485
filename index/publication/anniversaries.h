// Anniversaries of days that a text names: "the first anniversary of the invasion",
// where the invasion was "on February 24, 2022".

#pragma once

#include <dateline/annotate.h>

#include <span>
#include <string_view>

#include "index/publication/evidence.h"

namespace dateline::publication {

/// The latest anniversary that `text` speaks of as reached: a first day for the
/// article. `dates` are those of `text`, found without a reference day.
Bound reached_anniversary(std::string_view text, std::span<const DateMention> dates);

}  // namespace dateline::publication
