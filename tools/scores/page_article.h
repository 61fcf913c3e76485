// A page of text as the library reads it from a file.

#pragma once

#include <dateline/article.h>

#include <string>

#include "tools/scores/temporary_index.h"

namespace dateline::scores {

/// Reads pages by way of a file of its own, which is called by no day.
class PageReader {
 public:
  /// The article of a plain text; its id and its day of publication are empty. Throws
  /// Error kIo, and kInvalidArgument where the text is read as none, or as several.
  Article read(const std::string& text) const;

 private:
  TemporaryFolder folder_{};
};

}  // namespace dateline::scores
