// The day in the lines around an article: bylines, "Published …", datelines.

#pragma once

#include <dateline/annotate.h>

#include <span>
#include <string_view>

#include "index/publication/evidence.h"

namespace dateline::publication {

/// What the header says. A day without a year has `date.year` 0.
struct HeaderDay : Evidence {
  bool of_dateline = false;  ///< "GENEVA, March 2 (Reuters) -"
};

/// Looks at the first lines of `body` and, for words such as "Published", at the last.
/// `regions` are those of the body. Linear time, over a bounded part of the text.
HeaderDay day_in_header(std::string_view body, std::span<const RegionSpan> regions);

}  // namespace dateline::publication
