// The log-likelihood ratio by hand, and which values are typical.

#include "query/association.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <utility>
#include <vector>

#include "query/typical_values.h"

namespace {

using dateline::Association;
using dateline::CountedValue;
using dateline::dice;
using dateline::is_above_chance;
using dateline::TypicalQuestion;
using dateline::TypicalValue;

TEST_CASE("association: the log-likelihood ratio") {
  const struct {
    Association counts;
    double ratio;
  } cases[] = {
      // Dunning (1993), the table of bigrams: "the swiss" with 110, 2442, 111 and 29114
      // in its cells, "can be" with 29, 13, 123 and 31612.
      {{.both = 110, .first = 110 + 2442, .second = 110 + 111, .all = 31777}, 270.72},
      {{.both = 29, .first = 29 + 13, .second = 29 + 123, .all = 31777}, 263.90},
      // Independent: 6 = 10 * 60 / 100.
      {{.both = 6, .first = 10, .second = 60, .all = 100}, 0},
      // All four cells alike, and 2 * 4 * 5 * ln 2.
      {{.both = 5, .first = 10, .second = 10, .all = 20}, 0},
      {{.both = 10, .first = 10, .second = 10, .all = 20}, 27.7259},
      {{.both = 0, .first = 10, .second = 10, .all = 20}, 27.7259},
      {{.both = 0, .first = 0, .second = 0, .all = 0}, 0},
      {{.both = 7, .first = 7, .second = 7, .all = 7}, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.counts.both);
    CAPTURE(c.counts.all);
    CHECK(log_likelihood(c.counts) == doctest::Approx(c.ratio).epsilon(0.0005));
  }
  CHECK(is_above_chance({.both = 10, .first = 10, .second = 10, .all = 20}));
  CHECK_FALSE(is_above_chance({.both = 5, .first = 10, .second = 10, .all = 20}));
  CHECK_FALSE(is_above_chance({.both = 0, .first = 10, .second = 10, .all = 20}));
}

TEST_CASE("association: Dice's coefficient") {
  CHECK(dice({.both = 10, .first = 10, .second = 10, .all = 20}) == 1);
  CHECK(dice({.both = 0, .first = 10, .second = 10, .all = 20}) == 0);
  CHECK(dice({.both = 3, .first = 4, .second = 8, .all = 20}) == 0.5);
  CHECK(dice({}) == 0);
}

// What typical_values() says without stopping early: every value scored and sorted.
std::vector<std::uint32_t> by_hand(const std::vector<CountedValue>& values,
                                   const std::vector<std::size_t>& in_index,
                                   const TypicalQuestion& question) {
  std::vector<std::pair<double, CountedValue>> scored;
  for (const CountedValue& value : values) {
    const Association counts{.both = value.count,
                             .first = question.found,
                             .second = in_index[value.place],
                             .all = question.articles};
    const double score = log_likelihood(counts);
    if (is_above_chance(counts) && score >= dateline::kSeldomByChance) {
      scored.emplace_back(score, value);
    }
  }
  std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first > b.first;
    if (a.second.count != b.second.count) return a.second.count > b.second.count;
    return a.second.place < b.second.place;
  });
  if (question.limit > 0 && scored.size() > question.limit) {
    scored.resize(question.limit);
  }
  std::vector<std::uint32_t> places;
  for (const auto& [score, value] : scored) places.push_back(value.place);
  return places;
}

TEST_CASE("typical values: looking at few gives what looking at all gives") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::size_t found = 1 + random() % 300;
    std::vector<CountedValue> values;
    std::vector<std::size_t> in_index;
    for (std::uint32_t place = 0; place < 80; ++place) {
      const std::size_t count = 1 + random() % found;
      values.push_back({place, count});
      in_index.push_back(count + random() % (1000 - found));
    }
    TypicalQuestion question{.found = found,
                             .articles = 1000,
                             .limit = random() % 12,
                             .in_index = [&](std::uint32_t p) { return in_index[p]; },
                             .before = std::less<std::uint32_t>()};
    std::vector<std::uint32_t> places;
    for (const TypicalValue& value : typical_values(values, question)) {
      places.push_back(value.value.place);
      CHECK(value.in_index == in_index[value.value.place]);
    }
    REQUIRE(places == by_hand(values, in_index, question));
  }
}

}  // namespace
