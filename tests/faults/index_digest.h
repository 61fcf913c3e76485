// All that an index holds, in one number.

#pragma once

#include <string>

namespace dateline::testing {

/// Of every document its id, record, terms, counts, positions and values; of every term
/// its postings and frequencies; of every slot its bounds; all metadata and totals.
/// "none" where there is no index at `path`. Throws Error where there is a broken one.
std::string index_digest(const std::string& path);

}  // namespace dateline::testing
