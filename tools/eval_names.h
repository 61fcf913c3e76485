// How well names are found in labelled articles: what `dateline eval names` prints.

#pragma once

#include <dateline/name_finder.h>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "corpus_arguments.h"
#include "output.h"
#include "terminal.h"
#include "tools/scores/facet_scores.h"
#include "tools/scores/span_scores.h"

namespace dateline::cli {

/// The scores of one corpus.
struct NamesReport {
  std::string corpus;
  std::size_t articles = 0;
  std::uint64_t text_bytes = 0;
  double seconds = 0;         ///< Spent on finding names, dates and regions.
  bool has_demonyms = false;  ///< The corpus tells demonyms from places and things.
  bool has_entities = false;  ///< It says who is meant.
  scores::SpanScores spans{};
  scores::FacetScores facets{};
  std::string disagreements{};  ///< One a line, where they were asked for.
};

/// Finds the names of every article and compares them. `finder` may be null.
NamesReport evaluate_names(const NamedCorpus& corpus, const NameFinder* finder,
                           bool with_disagreements);

/// The same by cross-validation: every one of `folds` parts of the articles (article i
/// is of part i mod `folds`) is scored with a model that was trained on the other
/// parts. `finding` has the lists of names. Seconds are those of finding, not of
/// training. Throws Error kInvalidArgument for fewer articles than parts.
NamesReport cross_validate_names(const NamedCorpus& corpus, std::size_t folds,
                                 const NameFinderOptions& finding,
                                 bool with_disagreements);

std::string names_report_text(const NamesReport& report, const Terminal& terminal);

nlohmann::ordered_json names_report_json(const NamesReport& report);

/// `dateline eval names`. Throws UsageError and Error.
int eval_names(const Arguments& arguments, Output& out);

}  // namespace dateline::cli
