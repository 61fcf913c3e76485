// Our own articles as files, for the readers that make labels of them.

#pragma once

#include <dateline/annotate.h>
#include <dateline/date.h>

#include <chrono>
#include <filesystem>
#include <vector>

#include "corpus/gold_article.h"

namespace dateline::corpora {

/// Reads the articles below `folder`, or one file. Throws Error: kNotFound, kIo, and
/// kInvalidArgument with the first thing that breaks the format.
std::vector<corpus::GoldArticle> read_gold_files(const std::filesystem::path& folder);

/// Date{} of a day that is not ok().
Date date_of(std::chrono::year_month_day day);

/// The library's name for it.
Region region_of(corpus::GoldRegion region);

}  // namespace dateline::corpora
