// The records that `index` could not read: the first ones are told at once, all of them
// go to a file where one is asked for, and the rest are counted.

#pragma once

#include <dateline/article_reader.h>

#include <cstddef>
#include <fstream>
#include <optional>
#include <string>

#include "progress.h"

namespace dateline::cli {

class Rejects {
 public:
  /// `file`: where to write them as JSON Lines. Throws Error kIo when it cannot be
  /// made.
  Rejects(std::optional<std::string> file, Progress& progress);

  /// Never throws: it is called from within the reader.
  void add(const RejectedRecord& rejected) noexcept;

  std::size_t count() const { return count_; }

  /// Says how many were not told. Throws Error kIo when the file could not be written.
  void finish();

 private:
  std::optional<std::string> path_;
  std::ofstream file_;
  Progress& progress_;
  std::size_t count_ = 0;
};

}  // namespace dateline::cli
