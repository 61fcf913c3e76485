#include "tools/scores/coreference.h"

#include <algorithm>
#include <map>
#include <utility>

#include "tools/scores/best_pairing.h"

namespace dateline::scores {
namespace {

// Clusters by number, and how many items each pair of them shares.
struct Overlaps {
  explicit Overlaps(const Clustering& items) {
    Numbers gold_numbers, found_numbers;
    for (std::size_t i = 0; i < items.gold.size(); ++i) {
      const bool has_gold = !items.gold[i].empty();
      const bool has_found = !items.found[i].empty();
      const auto gold = has_gold ? count(items.gold[i], gold_numbers, gold_sizes) : 0;
      const auto found =
          has_found ? count(items.found[i], found_numbers, found_sizes) : 0;
      if (has_gold && has_found) ++shared[{gold, found}];
    }
  }

  std::vector<std::size_t> gold_sizes{};
  std::vector<std::size_t> found_sizes{};
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared{};

 private:
  using Numbers = std::map<std::string, std::size_t>;

  // Adds an item to the cluster called `label`, and gives its number.
  static std::size_t count(const std::string& label, Numbers& numbers,
                           std::vector<std::size_t>& sizes) {
    const std::size_t number = numbers.emplace(label, numbers.size()).first->second;
    sizes.resize(numbers.size());
    ++sizes[number];
    return number;
  }
};

double number(std::size_t value) { return static_cast<double>(value); }

}  // namespace

ClusterScore& ClusterScore::operator+=(const ClusterScore& other) {
  right_found += other.right_found;
  found += other.found;
  right_gold += other.right_gold;
  gold += other.gold;
  return *this;
}

double ClusterScore::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

ClusterScore b_cubed(const Clustering& items) {
  const Overlaps overlaps(items);
  ClusterScore score;
  for (const std::size_t size : overlaps.gold_sizes) score.gold += number(size);
  for (const std::size_t size : overlaps.found_sizes) score.found += number(size);
  for (const auto& [clusters, shared] : overlaps.shared) {
    const double squared = number(shared) * number(shared);
    score.right_gold += squared / number(overlaps.gold_sizes[clusters.first]);
    score.right_found += squared / number(overlaps.found_sizes[clusters.second]);
  }
  return score;
}

ClusterScore muc(const Clustering& items) {
  const Overlaps overlaps(items);
  // A cluster of n items has n - 1 links; each part that the other side cuts it into
  // but the first costs one.
  std::vector<std::size_t> gold_parts(overlaps.gold_sizes.size());
  std::vector<std::size_t> found_parts(overlaps.found_sizes.size());
  for (const auto& [clusters, shared] : overlaps.shared) {
    ++gold_parts[clusters.first];
    ++found_parts[clusters.second];
  }
  ClusterScore score;
  for (std::size_t i = 0; i < gold_parts.size(); ++i) {
    score.gold += number(overlaps.gold_sizes[i] - 1);
    score.right_gold += number(overlaps.gold_sizes[i] - gold_parts[i]);
  }
  for (std::size_t i = 0; i < found_parts.size(); ++i) {
    score.found += number(overlaps.found_sizes[i] - 1);
    score.right_found += number(overlaps.found_sizes[i] - found_parts[i]);
  }
  return score;
}

ClusterScore ceaf_e(const Clustering& items) {
  const Overlaps overlaps(items);
  const std::size_t gold = overlaps.gold_sizes.size();
  const std::size_t found = overlaps.found_sizes.size();
  const bool gold_is_row = gold <= found;
  std::vector<std::vector<double>> alike(std::min(gold, found),
                                         std::vector<double>(std::max(gold, found)));
  for (const auto& [clusters, shared] : overlaps.shared) {
    const auto [g, f] = clusters;
    const double likeness =
        2 * number(shared) /
        (number(overlaps.gold_sizes[g]) + number(overlaps.found_sizes[f]));
    alike[gold_is_row ? g : f][gold_is_row ? f : g] = likeness;
  }
  const double sum = best_pairing(alike);
  return {.right_found = sum,
          .found = number(found),
          .right_gold = sum,
          .gold = number(gold)};
}

}  // namespace dateline::scores
