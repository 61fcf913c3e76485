// The furniture of sources, told by how often an index has a line.

#pragma once

#include <dateline/article.h>
#include <xapian.h>

#include <optional>
#include <vector>

#include "index/regions/repeated_lines.h"

namespace dateline {

/// Looks lines up in an index. One object belongs to one thread at a time.
class SourceLines {
 public:
  /// nullopt: there is no index, and no line is known.
  explicit SourceLines(std::optional<Xapian::Database> index);

  /// Those lines of `article` that regions::kManyArticles of its source have, or more.
  std::vector<regions::RepeatableLine> furniture(const Article& article) const;

 private:
  std::optional<Xapian::Database> index_;
};

}  // namespace dateline
