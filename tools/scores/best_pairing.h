// The assignment problem, which CEAF is made of.

#pragma once

#include <vector>

namespace dateline::scores {

/// The largest sum of `weights` when every row is paired with exactly one column and no
/// column with two rows; there must be as many columns as rows or more, in every row.
/// Kuhn (1955) and Munkres (1957), with shortest augmenting paths as in Jonker and
/// Volgenant (1987): O(rows^2 columns).
double best_pairing(const std::vector<std::vector<double>>& weights);

}  // namespace dateline::scores
