// What is so plain that no weights need learn it, and what our own articles have too
// little of: rules that add to the weights of a line.

#pragma once

#include <span>
#include <vector>

#include "index/regions/lines.h"
#include "index/regions/region_model.h"

namespace dateline::regions {

/// A row for each line; what no rule speaks of is 0. Linear time.
std::vector<WeightRow> rule_bonus(std::span<const Line> lines);

}  // namespace dateline::regions
