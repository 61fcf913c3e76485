// Many databases become one.

#pragma once

#include <string>
#include <vector>

namespace dateline {

/// Merges neighbours of `segments` until there are few enough to be open together with
/// one database more, and gives back which there are then, in the same order. `scratch`
/// is an existing folder for the results; segments in it are removed as soon as they
/// are merged. Nothing is synced. Throws Error.
std::vector<std::string> merge_down(std::vector<std::string> segments,
                                    const std::string& scratch);

/// Merges `inputs`, as many as merge_down() gives and one more, into the new database
/// `output`: documents of the first come first, and its metadata win. Those that are in
/// `scratch` are removed then. Nothing is synced. Throws Error.
void merge_databases(const std::vector<std::string>& inputs, const std::string& output,
                     const std::string& scratch);

}  // namespace dateline
