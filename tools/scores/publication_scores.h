// Days of publication that were inferred, against those that are known.

#pragma once

#include <dateline/date.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "tools/scores/tally.h"

namespace dateline::scores {

/// By the rank of their evidence.
inline constexpr std::array kOrigins = {DateOrigin::kGiven, DateOrigin::kUrl,
                                        DateOrigin::kHeader, DateOrigin::kCitations,
                                        DateOrigin::kCopy};

/// Days within which an article appeared, both included; Date{} is open.
struct PublicationBounds {
  Date first{};
  Date last{};

  bool any() const { return first || last; }
  bool contain(Date day) const;
};

/// What `found` says where it has no full day: the days of its month or year, or its
/// bounds.
PublicationBounds bounds_of(const Publication& found);

struct PublicationScores {
  Tally days{};  ///< Full days: those said, and all articles.
  std::array<Tally, kOrigins.size()> by_origin{};  ///< `gold` is what was said.
  Tally bounds{};  ///< Right where the day is within them; those articles with bounds,
                   ///< and all articles without a full day.
  std::size_t closed_bounds = 0;  ///< Articles whose bounds are two.
  std::uint64_t width_days = 0;   ///< Of all these, summed.

  /// One article's, whose true day is `day`.
  void add(const Publication& found, Date day);

  double mean_width() const;
};

}  // namespace dateline::scores
