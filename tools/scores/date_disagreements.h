// Where dates and their labels differ, for people to look at.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "tools/corpora/dated_article.h"
#include "tools/scores/text_context.h"

namespace dateline::scores {

/// One place of an article.
struct DateDisagreement {
  std::string what{};   ///< "missed", "false", or which of "border", "type", "value",
                        ///< "modifier" differ: "border value".
  std::string gold{};   ///< "DATE 1998-01-08 START", "" where there is no label.
  std::string found{};  ///< The same of what was found, its surface where that is
                        ///< another, and its rule.
  TextContext context{};
};

/// All of them, in the order of the text.
std::vector<DateDisagreement> date_disagreements(
    const corpora::DatedArticle& article, std::span<const corpora::LabelledDate> gold,
    std::span<const corpora::LabelledDate> found);

}  // namespace dateline::scores
