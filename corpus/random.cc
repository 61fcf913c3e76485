#include "corpus/random.h"

#include <numeric>

namespace dateline::corpus {

WeightedTable::WeightedTable(std::span<const std::uint32_t> weights)
    : slots_(weights.size()),
      total_(std::accumulate(weights.begin(), weights.end(), std::uint32_t{0})) {
  std::vector<std::uint64_t> left(weights.size());
  std::vector<std::uint32_t> poor, rich;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    left[i] = std::uint64_t{weights[i]} * weights.size();
    (left[i] < total_ ? poor : rich).push_back(i);
  }
  while (!poor.empty() && !rich.empty()) {  // The rich fill the slots of the poor.
    const auto taker = poor.back();
    const auto giver = rich.back();
    poor.pop_back();
    slots_[taker] = {static_cast<std::uint32_t>(left[taker]), giver};
    left[giver] -= total_ - left[taker];
    if (left[giver] < total_) {
      rich.pop_back();
      poor.push_back(giver);
    }
  }
  for (const auto i : rich) slots_[i] = {total_, i};
  for (const auto i : poor) slots_[i] = {total_, i};
}

WeightedTable WeightedTable::zipf(std::uint32_t n, std::uint32_t offset) {
  // A sum of n such weights stays below 2^28 times a few: under 2^32 for any n here.
  constexpr std::uint32_t kScale = std::uint32_t{1} << 28;
  std::vector<std::uint32_t> weights(n);
  for (std::uint32_t rank = 0; rank < n; ++rank) {
    weights[rank] = kScale / (rank + offset);
  }
  return WeightedTable(weights);
}

}  // namespace dateline::corpus
