// Tables of scores, for people and as JSON.

#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "terminal.h"
#include "tools/scores/coreference.h"
#include "tools/scores/tally.h"

namespace dateline::cli {

/// A name for the row, and what it counts.
template <typename Score>
using ScoreRows = std::vector<std::pair<std::string, Score>>;

/// A heading, and rows of counts, precision, recall and F1 in per cent. Rows that count
/// nothing at all are left out.
std::string tallies_text(const std::string& heading,
                         const ScoreRows<scores::Tally>& rows,
                         const Terminal& terminal);

/// The same, where what is right of those found and what is met of those there are
/// differ.
std::string two_sided_text(const std::string& heading,
                           const ScoreRows<scores::TwoSidedTally>& rows,
                           const Terminal& terminal);

/// The same of clusters, in per cent with two decimals.
std::string cluster_scores_text(const std::string& heading,
                                const ScoreRows<scores::ClusterScore>& rows,
                                const Terminal& terminal);

/// "12.34"; of a share in per cent, "56.7"; rounded to four decimals, for JSON.
std::string fixed(double number, int decimals);
std::string per_cent(double share, int decimals);
double rounded(double share);

/// A document of scores, printed.
std::string scores_json(const nlohmann::ordered_json& document);

/// {"right": 1, "found": 2, "gold": 3, "precision": 0.5, "recall": 0.3333, "f1": 0.4}.
nlohmann::ordered_json tally_json(const scores::Tally& tally);

/// {"right": 1, "found": 2, "met": 1, "gold": 3, "precision": 0.5, ...}.
nlohmann::ordered_json two_sided_json(const scores::TwoSidedTally& tally);

/// {"precision": ..., "recall": ..., "f1": ...}.
nlohmann::ordered_json cluster_score_json(const scores::ClusterScore& score);

}  // namespace dateline::cli
