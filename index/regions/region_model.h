// The weights by which lines are given their regions: a linear chain over the lines of
// an article, decoded by Viterbi's algorithm, trained as a structured averaged
// perceptron (Collins 2002).

#pragma once

#include <dateline/annotate.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/regions/line_features.h"

namespace dateline::regions {

inline constexpr std::size_t kRegions =
    static_cast<std::size_t>(Region::kFurniture) + 1;

/// A weight for each region but the title, which no line of a body is.
inline constexpr std::size_t kChoices = kRegions - 1;
using WeightRow = std::array<std::int16_t, kChoices>;

/// The place of a region in such a row.
inline constexpr std::size_t choice_of(Region region) {
  return static_cast<std::size_t>(region) - 1;
}

/// Plain data; whole numbers, so that every machine decides alike.
struct RegionModel {
  std::vector<WeightRow> features;             ///< By feature.
  std::array<WeightRow, kChoices + 1> follow;  ///< By the choice before; last: start.
};

/// The model that comes with the library.
const RegionModel& region_model();

/// The likeliest regions of an article's lines. `bonus` has a row for each line, which
/// is added to its weights, or is empty.
std::vector<Region> decode(const RegionModel& model, std::span<const FeatureList> lines,
                           std::span<const WeightRow> bonus = {});

}  // namespace dateline::regions
