// Where labels and what was found differ, for people to look at.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tools/corpora/labelled_article.h"
#include "tools/scores/span_scores.h"
#include "tools/scores/text_context.h"

namespace dateline::scores {

enum class DisagreementKind {
  kMissed,  ///< A label where nothing was found.
  kFalse,   ///< Found where no label is.
  kLabel,   ///< The same span, of another kind.
  kBorder,  ///< Spans that overlap.
};

/// "missed", "false", "kind", "border".
std::string_view to_string(DisagreementKind kind);

/// One place of an article. Bytes are of its title or body.
struct Disagreement {
  DisagreementKind kind = DisagreementKind::kMissed;
  std::string gold{};   ///< "person 'Griner'", "" where there is no label.
  std::string found{};  ///< The same of what was found.
  TextContext context{};
};

/// All of them, in the order of the text.
std::vector<Disagreement> disagreements(const corpora::LabelledArticle& article,
                                        std::span<const LabelledSpan> gold,
                                        std::span<const LabelledSpan> found);

}  // namespace dateline::scores
