// What Searcher::info() tells.

#pragma once

#include <dateline/results.h>

#include <string>
#include <vector>

#include "query/snapshot.h"

namespace dateline {

/// Reads what the index at `paths`, open in `snapshot`, holds. Time is linear in the
/// articles.
IndexInfo read_info(const Snapshot& snapshot, const std::vector<std::string>& paths);

}  // namespace dateline
