// The files of a corpus, and what is said when one is damaged.

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpora {

/// All bytes of a file. Throws Error kNotFound or kIo.
std::string read_corpus_file(const std::filesystem::path& path);

/// The files below `folder` whose name ends in `extension`, in the order of their
/// names; `folder` alone where it is a file. Throws Error kNotFound when there is none.
std::vector<std::filesystem::path> corpus_files(const std::filesystem::path& folder,
                                                std::string_view extension);

/// Throws Error kInvalidArgument: "'FILE', line 12: SENTENCE". Line 0: none is told.
[[noreturn]] void refuse_file(const std::filesystem::path& path, std::size_t line,
                              const std::string& sentence);

/// Cuts text into lines; "\r\n" ends one too.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {}

  /// The next line without its end; false after the last one.
  bool next(std::string_view& line);

  /// Of the line that next() gave, from 1.
  std::size_t number() const { return number_; }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

}  // namespace dateline::corpora
