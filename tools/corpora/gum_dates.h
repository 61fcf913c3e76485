// Days, months and years as GUM marks them.

#pragma once

#include <filesystem>
#include <vector>

#include "tools/corpora/dated_article.h"

namespace dateline::corpora {

/// Reads GUM's folder, which holds tsv/ and xml/: its genres news and interview, which
/// are Wikinews and have a day of creation that relative dates count from.
///
/// Its TEI <date> and <time> become TIMEX3 values: an interval that is a week, a
/// weekend, a season, a decade or a century is one ("2017-W28", "2022-SU", "193"). What
/// is only bounded (notBefore, notAfter) is unjudged, and so is a time of day, or an
/// interval, without a year. Throws Error: kNotFound, kIo, kInvalidArgument.
std::vector<DatedArticle> read_gum_dates(const std::filesystem::path& folder);

/// The TIMEX3 value of an interval of days, months or years, both ends included:
/// "2017-07-10" and "2017-07-16" are "2017-W28"; "" without two calendar ends.
std::string interval_value(const std::string& from, const std::string& to);

}  // namespace dateline::corpora
