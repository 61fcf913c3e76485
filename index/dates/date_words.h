// The words that dates are written with.

#pragma once

#include <string_view>

namespace dateline::dates {

/// What a word means for dates.
enum class WordKind {
  kNone,
  kMonth,       ///< value 1 to 12
  kWeekday,     ///< value 1 (Monday) to 7
  kRelative,    ///< "today": value in days from the reference
  kPointer,     ///< "last", "this", "next": value -1, 0, 1
  kUnit,        ///< "week", "month", "year": value by DateUnit
  kSeason,      ///< value 0 to 3: spring, summer, autumn, winter
  kBeforeYear,  ///< "in", "since": a bare year or month may follow
  kCountOf,     ///< "of", "by", "to": may stand before a year, and before a number
  kCounted,     ///< "people": a number before it is no year
};

enum DateUnit { kWeek, kMonth, kYear };

struct DateWord {
  WordKind kind = WordKind::kNone;
  int value = 0;
  /// Months: also a common word or a name ("May"), so alone it needs more evidence.
  bool unsure = false;
};

/// Looks `word` up. Months and weekdays are known with a capital only: "March",
/// "MARCH", not "march"; everything else in lower case, with or without a first
/// capital.
DateWord date_word(std::string_view word);

}  // namespace dateline::dates
