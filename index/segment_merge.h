// Many databases become one.

#pragma once

#include <string>
#include <vector>

namespace dateline {

/// Merges `base`, unless it is empty, and `segments`, in this order, into the new
/// database `output`: documents of the first come first, and its metadata win.
/// `scratch` is an existing folder for what comes between; segments in it are removed
/// as soon as they are merged. `base`, which may be large, is read once. Nothing is
/// synced. Throws Error.
void merge_databases(const std::string& base, std::vector<std::string> segments,
                     const std::string& output, const std::string& scratch);

}  // namespace dateline
