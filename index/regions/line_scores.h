// Scores of regions, line by line and article by article, for train_regions.

#pragma once

#include <array>
#include <vector>

#include "index/regions/region_model.h"
#include "index/regions/training_pages.h"

namespace dateline::regions {

class LineScores {
 public:
  /// `print`: also prints every wrong line.
  void add(const Example& example, const std::vector<Region>& found, bool print);

  void print() const;

 private:
  void print_region(std::size_t truth) const;

  std::array<std::array<int, kRegions>, kRegions> confusion_{};  // [truth][found]
  int articles_ = 0;
  int leaking_ = 0;  // With more than one line left that is not the report.
  int losing_ = 0;   // With a line of the report lost.
};

}  // namespace dateline::regions
