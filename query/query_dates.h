// What may stand behind published: and about:, as a range of days.

#pragma once

#include <dateline/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

/// What read_dates() made of a text.
struct DatesRead {
  std::optional<DateRange> range;  ///< Nothing when the text could not be read.
  std::string problem;             ///< One sentence; empty when all was understood.
};

/// Reads a period as parse_period() does (2023-03-02, 2023-03, 2023-Q1, 1970s) or in
/// English ("March 2023", "2 March 2023", "March 2, 2023"), a word
/// that counts from `today` (today, yesterday, this-week, last-month, 30d, …), or a
/// range of two of them (a..b, ..b, a..). `today`: a full date, else such words are
/// problems.
DatesRead read_dates(std::string_view text, Date today);

}  // namespace dateline::query
