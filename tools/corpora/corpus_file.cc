#include "tools/corpora/corpus_file.h"

#include <dateline/error.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace dateline::corpora {

std::string read_corpus_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    throw Error(ErrorCode::kNotFound, "There is no file '" + path.string() + "'.");
  }
  std::ifstream in(path, std::ios::binary);
  std::string text;
  if (in && std::filesystem::is_regular_file(path, error)) {
    text.assign(std::istreambuf_iterator<char>(in), {});
    if (!in.bad()) return text;
  }
  throw Error(ErrorCode::kIo, "'" + path.string() + "' cannot be read as a file.");
}

std::vector<std::filesystem::path> corpus_files(const std::filesystem::path& folder,
                                                std::string_view extension) {
  std::error_code error;
  if (std::filesystem::is_regular_file(folder, error)) return {folder};
  std::vector<std::filesystem::path> files;
  std::filesystem::recursive_directory_iterator entry(folder, error);
  while (!error && entry != std::filesystem::recursive_directory_iterator()) {
    if (entry->is_regular_file(error) && entry->path().extension() == extension) {
      files.push_back(entry->path());
    }
    entry.increment(error);
  }
  if (error) {
    throw Error(ErrorCode::kNotFound,
                "The folder '" + folder.string() + "' cannot be read.");
  }
  if (files.empty()) {
    throw Error(ErrorCode::kNotFound, "No file in '" + folder.string() + "' ends in '" +
                                          std::string(extension) + "'.");
  }
  std::ranges::sort(files);
  return files;
}

void refuse_file(const std::filesystem::path& path, std::size_t line,
                 const std::string& sentence) {
  throw Error(ErrorCode::kInvalidArgument,
              "'" + path.string() + "'" +
                  (line == 0 ? "" : ", line " + std::to_string(line)) + ": " +
                  sentence);
}

bool LineReader::next(std::string_view& line) {
  if (rest_.empty()) return false;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  ++number_;
  return true;
}

}  // namespace dateline::corpora
