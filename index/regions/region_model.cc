#include "index/regions/region_model.h"

#include <algorithm>

namespace dateline::regions {
namespace {

// Made by train_regions; a row a feature that has weights: its number, and the weights
// of subhead, body, list, caption, credit, reference, related, furniture.
struct ModelRow {
  std::int16_t feature;  // Below 0: what follows choice -1 - feature.
  WeightRow weights;
};

constexpr ModelRow kModelRows[] = {
#include "index/regions/region_weights.inc"
};

RegionModel make_model() {
  RegionModel model;
  model.features.resize(feature_count());
  model.follow = {};
  for (const ModelRow& row : kModelRows) {
    WeightRow& weights = row.feature >= 0
                             ? model.features[static_cast<std::size_t>(row.feature)]
                             : model.follow[static_cast<std::size_t>(-1 - row.feature)];
    weights = row.weights;
  }
  return model;
}

}  // namespace

const RegionModel& region_model() {
  static const RegionModel model = make_model();
  return model;
}

namespace {

using Scores = std::array<std::int32_t, kChoices>;

Scores own_scores(const RegionModel& model, const FeatureList& line) {
  Scores scores{};
  for (const std::uint16_t feature : line) {
    const WeightRow& row = model.features[feature];
    for (std::size_t r = 0; r < kChoices; ++r) scores[r] += row[r];
  }
  return scores;
}

// The best scores that lead to each choice, and from which: the first of the best.
// Choice by choice for all at once, which compilers make vectors of.
struct Step {
  Scores reached;
  Scores from{};

  Step(const RegionModel& model, const Scores& best) {
    for (std::size_t r = 0; r < kChoices; ++r)
      reached[r] = best[0] + model.follow[0][r];
    for (std::size_t f = 1; f < kChoices; ++f) {
      const auto choice = static_cast<std::int32_t>(f);
      for (std::size_t r = 0; r < kChoices; ++r) {
        const std::int32_t score = best[f] + model.follow[f][r];
        from[r] = score > reached[r] ? choice : from[r];
        reached[r] = score > reached[r] ? score : reached[r];
      }
    }
  }
};

}  // namespace

std::vector<Region> decode(const RegionModel& model, std::span<const FeatureList> lines,
                           std::span<const WeightRow> bonus) {
  std::vector<std::array<std::uint8_t, kChoices>> back(lines.size());
  Scores best{};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Scores reached{};
    if (i == 0) {
      std::ranges::copy(model.follow[kChoices], reached.begin());
    } else {
      const Step step(model, best);
      reached = step.reached;
      for (std::size_t r = 0; r < kChoices; ++r)
        back[i][r] = static_cast<std::uint8_t>(step.from[r]);
    }
    const Scores own = own_scores(model, lines[i]);
    for (std::size_t r = 0; r < kChoices; ++r) {
      best[r] = reached[r] + own[r] + (bonus.empty() ? 0 : bonus[i][r]);
    }
    // Only differences count: the sums stay small however long the text is.
    const std::int32_t least = std::ranges::min(best);
    for (std::int32_t& score : best) score -= least;
  }
  std::vector<Region> regions(lines.size());
  auto choice = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
  for (std::size_t i = lines.size(); i-- > 0;) {
    regions[i] = static_cast<Region>(choice + 1);
    choice = back[i][choice];
  }
  return regions;
}

}  // namespace dateline::regions
