// TimeML: TimeBank, AQUAINT and what else TempEval-3 scores with.

#pragma once

#include <filesystem>
#include <vector>

#include "tools/corpora/dated_article.h"

namespace dateline::corpora {

/// Reads the .tml files below `folder`, or one file.
///
/// Pustejovsky et al., "TimeML: Robust Specification of Event and Temporal Expressions
/// in Text" (2003). The body is what stands in <TEXT>; the document's time of creation,
/// which stands outside of it, is the day of publication and no label. TIMEX3 without
/// text, which stand for what is not said, are left out. Throws Error: kNotFound, kIo,
/// kInvalidArgument.
std::vector<DatedArticle> read_timeml_corpus(const std::filesystem::path& folder);

}  // namespace dateline::corpora
