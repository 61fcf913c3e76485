// What the library finds in a labelled article, in the form of labels.

#pragma once

#include <vector>

#include "tools/corpora/dated_article.h"

namespace dateline::scores {

/// Reads the dates of title and body as running text, from the day of publication, and
/// leaves out what the corpus does not judge.
std::vector<corpora::LabelledDate> find_dates(const corpora::DatedArticle& article);

}  // namespace dateline::scores
