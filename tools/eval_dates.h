// How well dates are found in labelled articles: what `dateline eval dates` prints.

#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "arguments.h"
#include "output.h"
#include "terminal.h"
#include "tools/corpora/dated_article.h"
#include "tools/scores/date_scores.h"

namespace dateline::cli {

/// The scores of one corpus.
struct DatesReport {
  std::string corpus;
  std::size_t articles = 0;
  std::uint64_t text_bytes = 0;
  double seconds = 0;  ///< Spent on finding dates.
  scores::DateScores all{};
  bool has_facetless = false;   ///< It tells lines that give no facets.
  scores::DateScores facets{};  ///< Without those lines.
  std::string disagreements{};  ///< One a line, where they were asked for.
};

/// Finds the dates of every article and compares them.
DatesReport evaluate_dates(const std::string& corpus,
                           const std::vector<corpora::DatedArticle>& articles,
                           bool with_disagreements);

std::string dates_report_text(const DatesReport& report, const Terminal& terminal);
nlohmann::ordered_json dates_report_json(const DatesReport& report);

/// `dateline eval dates`. Throws UsageError and Error.
int eval_dates(const Arguments& arguments, Output& out);

}  // namespace dateline::cli
