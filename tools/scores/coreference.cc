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
    std::map<std::string, std::size_t> gold_numbers;
    std::map<std::string, std::size_t> found_numbers;
    for (std::size_t i = 0; i < items.gold.size(); ++i) {
      const auto gold =
          gold_numbers.emplace(items.gold[i], gold_numbers.size()).first->second;
      const auto found =
          found_numbers.emplace(items.found[i], found_numbers.size()).first->second;
      gold_sizes.resize(gold_numbers.size());
      found_sizes.resize(found_numbers.size());
      ++gold_sizes[gold];
      ++found_sizes[found];
      ++shared[{gold, found}];
    }
  }

  std::vector<std::size_t> gold_sizes;
  std::vector<std::size_t> found_sizes;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
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
  ClusterScore score{.found = number(items.found.size()),
                     .gold = number(items.gold.size())};
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
