// How well names are linked: what `dateline eval links` prints.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "corpus_arguments.h"
#include "output.h"
#include "terminal.h"
#include "tools/scores/entity_links.h"
#include "tools/scores/link_scores.h"
#include "tools/scores/name_pairs.h"

namespace dateline::cli {

/// The scores of one corpus.
struct LinksReport {
  std::string corpus;
  std::size_t articles = 0;
  scores::DocumentLinkScores inside{};
  scores::EntityLinkScores across{};
};

/// Links the labelled mentions of every article, and the articles with each other.
LinksReport evaluate_links(const NamedCorpus& corpus);

/// Pairs that are linked, against those that are the same.
struct PairsReport {
  std::string file;
  /// By part, by kind, all, and all but homonyms: names that are written alike, which a
  /// table of names cannot tell apart.
  std::vector<std::pair<std::string, scores::Tally>> rows{};
  scores::Tally all{};
  std::string disagreements{};  ///< One a line.
};

/// Asks the library about every pair of the file. Throws Error.
PairsReport evaluate_pairs(const std::string& file);

std::string links_report_text(const LinksReport& report, bool with_disagreements,
                              const Terminal& terminal);
std::string pairs_report_text(const PairsReport& report, bool with_disagreements,
                              const Terminal& terminal);

nlohmann::ordered_json links_report_json(const LinksReport& report);
nlohmann::ordered_json pairs_report_json(const PairsReport& report);

/// `dateline eval links`. Throws UsageError and Error.
int eval_links(const Arguments& arguments, Output& out);

}  // namespace dateline::cli
