// Many databases become one.

#pragma once

#include <dateline/index_writer.h>

#include <string>
#include <vector>

namespace dateline {

/// Merges neighbours of `segments` until there are few enough to be open together with
/// one database more, and gives back which there are then, in the same order. `scratch`
/// is an existing folder for the results; segments in it are removed as soon as they
/// are merged. Nothing is synced. Throws Error.
std::vector<std::string> merge_down(std::vector<std::string> segments,
                                    const std::string& scratch);

/// Merges an index, if `base` is not empty, and segments, as many as merge_down()
/// gives, into the new database `output`, in which positions are chunks. Documents keep
/// their numbers: those of each input are behind those before. Segments are removed
/// then, and the index if it is in `scratch`. Nothing is synced. Throws Error.
void merge_databases(const std::string& base, const std::vector<std::string>& segments,
                     const std::string& output, const std::string& scratch,
                     SegmentFormatter formatter);

}  // namespace dateline
