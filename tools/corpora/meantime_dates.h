// Dates as MEANTIME marks them.

#pragma once

#include <filesystem>
#include <vector>

#include "tools/corpora/dated_article.h"

namespace dateline::corpora {

/// Reads the .xml files below `folder`, or one file: of each the headline and the first
/// four sentences, which are marked. The line with the document's time of creation is
/// unjudged. Throws Error: kNotFound, kIo, kInvalidArgument.
std::vector<DatedArticle> read_meantime_dates(const std::filesystem::path& folder);

}  // namespace dateline::corpora
