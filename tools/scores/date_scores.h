// Dates found against dates marked.

#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/corpora/dated_article.h"
#include "tools/scores/tally.h"

namespace dateline::scores {

inline constexpr std::array kDateTypes = {DateType::kDate, DateType::kTime,
                                          DateType::kDuration, DateType::kSet};

/// A label and what was found there; one of them null where nothing stands opposite.
using DatePair = std::pair<const corpora::LabelledDate*, const corpora::LabelledDate*>;

/// Pairs dates that overlap, each once, the first with the first; then those that are
/// left alone. In the order of the text. Both in order, without overlaps of their own.
std::vector<DatePair> paired_dates(std::span<const corpora::LabelledDate> gold,
                                   std::span<const corpora::LabelledDate> found);

/// Whether a DATE has a value of the calendar: a day, week, month, season, year, decade
/// or an interval of such. "1949-XX" is one, "XXXX-10" is none.
bool is_resolved(const corpora::LabelledDate& date);

/// What TempEval-3 counts: UzZaman et al., "SemEval-2013 Task 1: TempEval-3" (2013).
struct DateScores {
  Tally relaxed{};   ///< The two overlap.
  Tally strict{};    ///< They begin and end together.
  Tally type{};      ///< They overlap and have one type;
  Tally value{};     ///< one value, the type left aside;
  Tally modifier{};  ///< one modifier, counting only dates that have any.
  std::array<Tally, kDateTypes.size()> extents_by_type{};  ///< Overlap, of one type.
  std::array<Tally, kDateTypes.size()> values_by_type{};   ///< With one value, too.

  /// Distinct values of resolved dates, an article at a time, wherever they stand;
  /// "1949-XX" counts as "1949".
  Tally distinct_values{};
  Tally distinct_days{};  ///< Of these only full days.
  /// As `distinct_values`, but as facets have them: a time of a day is the day, and a
  /// period that TIMEX3 writes in two ways is one, week "2000-W8" as "2000-W08", decade
  /// "196X" as "196".
  Tally distinct_periods{};

  /// One article's.
  void add(std::span<const corpora::LabelledDate> gold,
           std::span<const corpora::LabelledDate> found);

 private:
  void add(const corpora::LabelledDate* gold, const corpora::LabelledDate* found);
};

}  // namespace dateline::scores
