// The day of an article by the works that it cites.

#pragma once

#include <dateline/annotate.h>

#include <span>
#include <string_view>

#include "index/publication/evidence.h"

namespace dateline::publication {

/// What the cited works say: the article is no older than the newest of them.
struct CitedDays {
  Bound not_before{};
  Evidence day{};  ///< Where three or more works are of the latest day, and the text
                   ///< speaks of its weekday.
};

/// Looks at the lines of `body` that are references, or have an address and a day.
/// Linear time.
CitedDays cited_days(std::string_view body, std::span<const RegionSpan> regions);

}  // namespace dateline::publication
