// The small files that name the indexes which make one.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The indexes that `paths` stand for, in order: a file for those that it names, all
/// else for itself. Throws Error: kIo, and what parse_shard_file() throws.
std::vector<std::string> expand_shard_files(const std::vector<std::string>& paths);

/// The indexes that a shard file names, of which `text` is the content and `path` the
/// place: lines `glass PATH`, a relative one being relative to the folder of the file;
/// empty lines and those that begin with `#` say nothing. It is Xapian's stub syntax
/// without what would run programs or open anything but a local index. Throws Error:
/// kNotAnIndex when this is no shard file, kInvalidArgument, which names the line, for
/// an index elsewhere, one named twice, or more than 100.
std::vector<std::string> parse_shard_file(std::string_view text,
                                          const std::string& path);

}  // namespace dateline
