// The dates of our own articles, marked by hand: corpus/gold/.

#pragma once

#include <filesystem>
#include <vector>

#include "tools/corpora/dated_article.h"

namespace dateline::corpora {

/// Reads the articles below `folder`, or one file. Throws Error: kNotFound, kIo, and
/// kInvalidArgument with the first thing that breaks the format.
std::vector<DatedArticle> read_gold_dates(const std::filesystem::path& folder);

}  // namespace dateline::corpora
