// Finds dates in a text. General: knows nothing of articles, indexes or clocks; a
// reference day comes in, days go out.

#pragma once

#include <dateline/annotate.h>

#include <string_view>
#include <vector>

namespace dateline::dates {

/// The dates, times, durations and sets written in `text` (UTF-8), by `begin`, none
/// overlapping; `region` is left as it is by default. `reference` is the day that
/// partial and relative dates count from; Date{}: none, and what is relative stays
/// without a range: its value is empty, or tells with X what is not known
/// ("XXXX-03-20", "XXXX-WXX-4"). `language`, as BCP 47: in German, French, Spanish and
/// Russian, dates that name their month or are written in digits; all others are read
/// by the rules of English.
/// Linear time.
std::vector<DateMention> tag_dates(std::string_view text, Date reference,
                                   std::string_view language = {});

}  // namespace dateline::dates
