// Scores of clusters: which mentions mean the same.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace dateline::scores {

/// Sums of a score over texts, and its precision, recall and F1.
struct ClusterScore {
  double right_found = 0;  ///< Numerator of precision; its denominator is `found`.
  double found = 0;
  double right_gold = 0;  ///< Of recall.
  double gold = 0;

  ClusterScore& operator+=(const ClusterScore& other);

  double precision() const { return found == 0 ? 0 : right_found / found; }
  double recall() const { return gold == 0 ? 0 : right_gold / gold; }
  double f1() const;
};

/// The clusters that items are put in: items with equal labels are together. An item
/// that one side lacks has the label "" there.
struct Clustering {
  std::vector<std::string> gold;   ///< By item.
  std::vector<std::string> found;  ///< As many.
};

/// B-cubed: Bagga and Baldwin, "Algorithms for Scoring Coreference Chains" (1998); each
/// item counts once, and as nothing right where one side lacks it.
ClusterScore b_cubed(const Clustering& items);

/// MUC: Vilain et al., "A Model-Theoretic Coreference Scoring Scheme" (1995): links
/// that are to be added. Clusters of one item count nothing. No label may be "".
ClusterScore muc(const Clustering& items);

/// Entity-based CEAF: Luo, "On Coreference Resolution Performance Metrics" (2005): the
/// best pairing of clusters, two being as like as 2|A and B| / (|A| + |B|). No label
/// may be "". Time grows with the cube of the number of clusters.
ClusterScore ceaf_e(const Clustering& items);

}  // namespace dateline::scores
