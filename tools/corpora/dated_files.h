// Files of articles whose day of publication is written down beside them.

#pragma once

#include <dateline/date.h>

#include <filesystem>
#include <vector>

namespace dateline::corpora {

/// A file of one article or more, and their days in the order of the file.
struct DatedFile {
  std::filesystem::path path{};
  std::vector<Date> days{};
};

/// Reads `days.tsv` in `folder`: a line FILE, a tab, YYYY-MM-DD for each article; FILE
/// is relative to the folder, and stands once for each article that it holds. Lines
/// that are empty or begin with '#' say nothing. In the order of first mention. Throws
/// Error: kNotFound, kIo, kInvalidArgument.
std::vector<DatedFile> read_dated_files(const std::filesystem::path& folder);

}  // namespace dateline::corpora
