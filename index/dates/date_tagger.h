// Finds dates in a text. General: knows nothing of articles, indexes or clocks; a
// reference day comes in, days go out.

#pragma once

#include <dateline/annotate.h>

#include <string_view>
#include <vector>

namespace dateline::dates {

/// The dates written in `text` (UTF-8), by `begin`, none overlapping; `region` is left
/// as it is by default. `reference` is the day that partial and relative dates count
/// from; Date{}: none, and what is relative stays without a value.
/// Linear time.
std::vector<DateMention> tag_dates(std::string_view text, Date reference);

}  // namespace dateline::dates
