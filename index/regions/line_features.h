// What is known of each line of an article, as numbers of features.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/regions/lines.h"

namespace dateline::regions {

/// Features of one line, each below kFeatures.
class FeatureList {
 public:
  static constexpr std::size_t kMost = 64;

  FeatureList() {}  // Leaves the places of features as they are; = default would not.

  void add(std::size_t feature) {
    if (size_ < kMost) features_[size_++] = static_cast<std::uint16_t>(feature);
  }
  const std::uint16_t* begin() const { return features_; }
  const std::uint16_t* end() const { return features_ + size_; }

 private:
  std::uint16_t features_[kMost];
  std::size_t size_ = 0;
};

/// A family of features: a name, and how many values it has.
struct FeatureGroup {
  std::string_view name;
  std::size_t values;
};

/// All families, in the order of their numbers.
std::span<const FeatureGroup> feature_groups();

/// How many features there are.
std::size_t feature_count();

/// The features of the lines of an article. Linear time.
std::vector<FeatureList> line_features(std::span<const Line> lines);

}  // namespace dateline::regions
