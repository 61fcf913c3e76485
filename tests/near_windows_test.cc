// Proximity by positions, against every choice of spans tried one by one.

#include "query/near_windows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using dateline::has_near_window;
using dateline::near_members;
using dateline::near_windows;
using dateline::Nearness;
using dateline::WordSpan;
using dateline::WordSpans;

// One choice after another: all windows, and who took part.
struct EveryChoice {
  EveryChoice(const std::vector<WordSpans>& all, const Nearness& near)
      : operands(all), nearness(near), members(all.size()) {
    choose();
  }

  void choose() {
    if (chosen.size() == operands.size()) return weigh();
    for (const WordSpan& span : operands[chosen.size()]) {
      chosen.push_back(span);
      choose();
      chosen.pop_back();
    }
  }

  void weigh() {
    std::uint32_t covered = 0;
    WordSpan window = chosen.front();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      covered += chosen[i].last - chosen[i].first + 1;
      window.first = std::min(window.first, chosen[i].first);
      window.last = std::max(window.last, chosen[i].last);
      for (std::size_t j = 0; j < i; ++j) {
        const bool apart = chosen[j].last < chosen[i].first ||
                           (!nearness.ordered && chosen[i].last < chosen[j].first);
        if (!apart) return;
      }
    }
    if (window.last - window.first + 1 - covered > nearness.extra) return;
    windows.insert(window);
    for (std::size_t i = 0; i < chosen.size(); ++i) members[i].insert(chosen[i]);
  }

  WordSpans minimal() const {
    WordSpans result;
    for (const WordSpan& window : windows) {
      const bool holds_other =
          std::any_of(windows.begin(), windows.end(), [&](const WordSpan& other) {
            return other != window && window.first <= other.first &&
                   other.last <= window.last;
          });
      if (!holds_other) result.push_back(window);
    }
    return result;
  }

  const std::vector<WordSpans>& operands;
  Nearness nearness;
  WordSpans chosen;
  std::set<WordSpan> windows;
  std::vector<std::set<WordSpan>> members;
};

TEST_CASE("near windows: what is found by hand") {
  const WordSpans a = {{0, 0}, {10, 10}};
  const WordSpans b = {{3, 3}, {11, 11}, {30, 30}};
  CHECK(near_windows(std::vector{a, b}, {.extra = 2}) == WordSpans{{0, 3}, {10, 11}});
  CHECK(near_windows(std::vector{a, b}, {.extra = 1}) == WordSpans{{10, 11}});
  CHECK(near_windows(std::vector{b, a}, {.ordered = true, .extra = 6}) ==
        WordSpans{{3, 10}});
  CHECK(near_windows(std::vector{b, a}, {.ordered = true, .extra = 5}).empty());
  CHECK(near_windows(std::vector{a, WordSpans{}}, {.extra = 1000}).empty());
  // One occurrence is not two.
  CHECK(near_windows(std::vector{a, a}, {.extra = 8}).empty());
  CHECK(near_windows(std::vector{a, a}, {.extra = 9}) == WordSpans{{0, 10}});
  // The positions of a phrase are no distance.
  const WordSpans phrase = {{4, 8}};
  CHECK(near_windows(std::vector{b, phrase}, {}) == WordSpans{{3, 8}});
}

TEST_CASE("near windows: the same as every choice, tried one by one") {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t n) {
    return static_cast<std::uint32_t>(random() % n);
  };
  for (int round = 0; round < 3000; ++round) {
    std::vector<WordSpans> operands(1 + below(4));
    const std::uint32_t positions = 5 + below(20);
    for (WordSpans& spans : operands) {
      std::set<WordSpan> chosen;
      for (std::uint32_t n = below(6); n > 0; --n) {
        const std::uint32_t first = below(positions);
        chosen.insert({first, first + (below(3) == 0 ? below(4) : 0)});
      }
      spans.assign(chosen.begin(), chosen.end());
    }
    const Nearness nearness{.ordered = below(2) == 0, .extra = below(8)};
    const EveryChoice truth(operands, nearness);
    CAPTURE(round);
    REQUIRE(near_windows(operands, nearness) == truth.minimal());
    REQUIRE(has_near_window(operands, nearness) == !truth.windows.empty());
    const auto members = near_members(operands, nearness);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      REQUIRE(members[i] ==
              WordSpans(truth.members[i].begin(), truth.members[i].end()));
    }
  }
}

}  // namespace
