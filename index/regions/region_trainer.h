// Learns the weights of the regions: an averaged structured perceptron with a margin
// (Collins, EMNLP 2002; the margin as in Taskar and others, NIPS 2003).

#pragma once

#include <vector>

#include "index/regions/region_model.h"
#include "index/regions/training_pages.h"

namespace dateline::regions {

/// The same pages in the same order give the same weights.
RegionModel train_regions(const std::vector<const Example*>& examples,
                          const Furniture& furniture);

}  // namespace dateline::regions
