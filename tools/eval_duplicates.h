// How well copies of articles are found: what `dateline eval duplicates` prints.

#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "arguments.h"
#include "output.h"
#include "terminal.h"
#include "tools/scores/duplicate_scores.h"

namespace dateline::cli {

/// The scores of one corpus.
struct DuplicatesReport {
  std::string corpus;
  std::size_t originals = 0;
  std::size_t copies = 0;
  std::uint64_t text_bytes = 0;
  double seconds = 0;  ///< Spent on finding copies.
  scores::DuplicateScores scores{};
  std::string disagreements{};  ///< Wrong pairs, one a line, where they were asked for.
};

/// Makes edited copies of our own articles and asks the library which texts are copies.
/// Throws Error, also where there are fewer than two articles.
DuplicatesReport evaluate_duplicates(const std::string& path, std::uint64_t seed,
                                     bool with_disagreements);

std::string duplicates_report_text(const DuplicatesReport& report,
                                   const Terminal& terminal);
nlohmann::ordered_json duplicates_report_json(const DuplicatesReport& report);

/// `dateline eval duplicates`. Throws UsageError and Error.
int eval_duplicates(const Arguments& arguments, Output& out);

}  // namespace dateline::cli
