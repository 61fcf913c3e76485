// Scores of days of publication.

#include <doctest/doctest.h>

#include "tools/scores/publication_scores.h"

namespace {

using namespace dateline::scores;
using dateline::Date;
using dateline::DateOrigin;
using dateline::Publication;

Tally counts(std::size_t right, std::size_t found, std::size_t gold) {
  return {.right = right, .found = found, .gold = gold};
}

Publication said(Date date, DateOrigin origin) {
  Publication found(date);
  found.origin = origin;
  return found;
}

Publication bounded(Date not_before, Date not_after) {
  Publication found;
  found.not_before = not_before;
  found.not_after = not_after;
  return found;
}

TEST_CASE("publication scores: bounds by months, years and what is open") {
  struct {
    Publication found;
    Date first, last;
    bool any;
  } const cases[] = {
      {{}, {}, {}, false},
      {bounded({2023, 3, 2}, {}), {2023, 3, 2}, {}, true},
      {bounded({}, {2023, 3}), {}, {2023, 3, 31}, true},
      {bounded({2022}, {2023}), {2022, 1, 1}, {2023, 12, 31}, true},
      {Date{2024, 2}, {2024, 2, 1}, {2024, 2, 29}, true},
  };
  for (const auto& c : cases) {
    const PublicationBounds bounds = bounds_of(c.found);
    CHECK(bounds.first == c.first);
    CHECK(bounds.last == c.last);
    CHECK(bounds.any() == c.any);
  }
}

TEST_CASE("publication scores: days by origin, bounds and their width") {
  constexpr Date kDay{2023, 3, 2};
  PublicationScores scores;
  scores.add(said(kDay, DateOrigin::kUrl), kDay);
  scores.add(said({2023, 3, 1}, DateOrigin::kUrl), kDay);
  scores.add(said(kDay, DateOrigin::kCitations), kDay);
  scores.add({}, kDay);
  scores.add(bounded({2023, 3, 2}, {}), kDay);
  scores.add(bounded({2023, 3, 1}, {2023, 3, 2}), kDay);
  scores.add(bounded({2023, 3, 3}, {2023, 3, 6}), kDay);
  scores.add(said({2023, 3}, DateOrigin::kUrl), kDay);
  CHECK(scores.days == counts(2, 3, 8));
  CHECK(scores.by_origin[1] == counts(1, 2, 2));
  CHECK(scores.by_origin[3] == counts(1, 1, 1));
  CHECK(scores.bounds == counts(3, 4, 5));
  CHECK(scores.closed_bounds == 3);
  CHECK(scores.mean_width() == doctest::Approx((2 + 4 + 31) / 3.0));
  CHECK(PublicationScores().mean_width() == 0);
}

}  // namespace
