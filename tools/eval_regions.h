// How well lines of pages are told apart: what `dateline eval regions` prints.

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "arguments.h"
#include "output.h"
#include "terminal.h"
#include "tools/corpora/labelled_page.h"
#include "tools/scores/region_scores.h"

namespace dateline::cli {

/// The scores of one corpus.
struct RegionsReport {
  std::string corpus;
  std::uint64_t text_bytes = 0;
  double seconds = 0;  ///< Spent on finding regions.
  scores::RegionScores scores{};
  std::string disagreements{};  ///< One a line, where they were asked for.
};

/// Reads every page as a plain text, and compares what its lines are taken for.
RegionsReport evaluate_regions(const std::string& corpus,
                               const std::vector<corpora::LabelledPage>& pages,
                               bool with_disagreements);

std::string regions_report_text(const RegionsReport& report, const Terminal& terminal);
nlohmann::ordered_json regions_report_json(const RegionsReport& report);

/// `dateline eval regions`. Throws UsageError and Error.
int eval_regions(const Arguments& arguments, Output& out);

}  // namespace dateline::cli
