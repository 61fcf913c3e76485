#include "query/typical_values.h"

#include <algorithm>

#include "query/association.h"

namespace dateline {

// Of values with the same count the one scores highest that no other article has. So
// values are looked at by falling count, until that bound is below what is wanted.
std::vector<TypicalValue> typical_values(std::vector<CountedValue> counted,
                                         const TypicalQuestion& question) {
  const auto association = [&](std::size_t count, std::size_t in_index) {
    return Association{.both = count,
                       .first = question.found,
                       .second = std::max(count, in_index),
                       .all = question.articles};
  };
  const auto is_better = [&](const TypicalValue& a, const TypicalValue& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.value.count != b.value.count) return a.value.count > b.value.count;
    return question.before(a.value.place, b.value.place);
  };
  const auto by_count = [](const CountedValue& a, const CountedValue& b) {
    return a.count < b.count;
  };
  std::make_heap(counted.begin(), counted.end(), by_count);
  std::vector<TypicalValue> best;  // A heap, the least of them in front.
  while (!counted.empty()) {
    std::pop_heap(counted.begin(), counted.end(), by_count);
    const CountedValue value = counted.back();
    counted.pop_back();
    const bool is_full = question.limit > 0 && best.size() == question.limit;
    const double bound = log_likelihood(association(value.count, value.count));
    const double wanted = is_full ? best.front().score : kSeldomByChance;
    if (bound < wanted) break;
    const std::size_t in_index = question.in_index(value.place);
    const Association counts = association(value.count, in_index);
    const TypicalValue typical{value, in_index, log_likelihood(counts)};
    if (!is_above_chance(counts) || typical.score < kSeldomByChance) continue;
    if (is_full && !is_better(typical, best.front())) continue;
    if (is_full) {
      std::pop_heap(best.begin(), best.end(), is_better);
      best.pop_back();
    }
    best.push_back(typical);
    std::push_heap(best.begin(), best.end(), is_better);
  }
  std::sort(best.begin(), best.end(), is_better);
  return best;
}

}  // namespace dateline
