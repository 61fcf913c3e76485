// Which days a mention of a date stands for, in the index and all that counts by it.

#pragma once

#include <dateline/annotate.h>

#include <vector>

namespace dateline {

/// Appends what `mention` counts as, each a period of full days:
///
/// - a date is what it covers, a time of the day is its day;
/// - "2 to 4 March" is each of its days, as "2019-2021" is each of its years, up to 31
///   days, 12 months or 10 years; a longer one, or one from a month to a day, is its
///   two ends and all that is between them as one period;
/// - what is relative to a day that is not known, sets, durations, ages and all that
///   stands in lines that give no facets are nothing.
void add_mentioned(const DateMention& mention, std::vector<DateRange>& periods);

}  // namespace dateline
