// How well days of publication are inferred: what `dateline eval published` prints.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "arguments.h"
#include "output.h"
#include "terminal.h"
#include "tools/scores/publication_scores.h"

namespace dateline::cli {

/// The scores of one collection.
struct PublishedReport {
  std::string corpus;
  std::size_t articles = 0;
  std::uint64_t text_bytes = 0;
  double seconds = 0;  ///< Spent on the whole analysis.
  scores::PublicationScores scores{};
  std::string disagreements{};  ///< One a line, where they were asked for.

  /// Looks for the day of an article, and compares it with the true one.
  void add(Article article, Date day, bool with_disagreements);
};

/// Our own articles as pages of plain text, without their day. Throws Error.
PublishedReport evaluate_gold_days(const std::string& path, bool with_disagreements);

/// Files whose days are in a table beside them. Throws Error, also where a file holds
/// more or fewer articles than the table has days for it.
PublishedReport evaluate_dated_files(const std::string& folder,
                                     bool with_disagreements);

/// Articles of any format that tell their day, which is hidden. Throws Error where
/// there is none.
PublishedReport evaluate_hidden_days(const std::string& path, bool with_disagreements);

std::string published_report_text(const PublishedReport& report,
                                  const Terminal& terminal);
nlohmann::ordered_json published_report_json(const PublishedReport& report);

/// `dateline eval published`. Throws UsageError and Error.
int eval_published(const Arguments& arguments, Output& out);

}  // namespace dateline::cli
