// Names found against those that editors gave: `dateline eval names --reuters`.

#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "terminal.h"
#include "tools/scores/editor_scores.h"

namespace dateline::cli {

/// The scores of one collection.
struct EditorsReport {
  std::string path;
  std::size_t articles = 0;
  scores::EditorTally people{}, organisations{}, places{}, places_with_demonyms{};
  std::vector<scores::EditorDifference> differences{};
};

/// Reads the collection, and finds the names of every article in its text alone.
/// Throws Error where there is no article.
EditorsReport evaluate_editors(const std::string& path, std::size_t differences);

std::string editors_report_text(const EditorsReport& report, const Terminal& terminal);
nlohmann::ordered_json editors_report_json(const EditorsReport& report);

}  // namespace dateline::cli
