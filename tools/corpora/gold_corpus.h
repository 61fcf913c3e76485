// Our own articles, marked by hand: corpus/gold/.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <filesystem>
#include <vector>

namespace dateline::corpora {

/// Reads the articles below `folder`, or one file. A mention's entity is its key in the
/// file, its link the entity's canonical name. Throws Error: kNotFound, kIo, and
/// kInvalidArgument with the first thing that breaks the format.
std::vector<LabelledArticle> read_gold_corpus(const std::filesystem::path& folder);

}  // namespace dateline::corpora
