#include "tools/scores/publication_scores.h"

namespace dateline::scores {

bool PublicationBounds::contain(Date day) const {
  return (!first || first <= day) && (!last || day <= last);
}

PublicationBounds bounds_of(const Publication& found) {
  PublicationBounds bounds;
  if (found.not_before) bounds.first = first_day(found.not_before);
  if (found.not_after) bounds.last = last_day(found.not_after);
  if (found.date) bounds = {first_day(found.date), last_day(found.date)};
  return bounds;
}

void PublicationScores::add(const Publication& found, Date day) {
  const bool is_day = precision(found.date) == DatePrecision::kDay;
  const bool right = is_day && found.date == day;
  days += {.right = right, .found = is_day, .gold = 1};
  if (is_day) {
    for (std::size_t i = 0; i < kOrigins.size(); ++i) {
      if (found.origin == kOrigins[i]) {
        by_origin[i] += {.right = right, .found = 1, .gold = 1};
      }
    }
    return;
  }
  const PublicationBounds within = bounds_of(found);
  bounds +=
      {.right = within.any() && within.contain(day), .found = within.any(), .gold = 1};
  if (!within.first || !within.last) return;
  ++closed_bounds;
  if (within.first <= within.last) {
    width_days +=
        static_cast<std::uint64_t>(to_days(within.last) - to_days(within.first) + 1);
  }
}

double PublicationScores::mean_width() const {
  if (closed_bounds == 0) return 0;
  return static_cast<double>(width_days) / static_cast<double>(closed_bounds);
}

}  // namespace dateline::scores
