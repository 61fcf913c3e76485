// Lines all in capitals inside a text of mixed case.

#pragma once

#include <cstddef>
#include <string_view>

#include "index/text/analyzer.h"

namespace dateline::text {

/// Tells, for words in rising order, whether they stand in a line that is all in
/// capitals: a headline inside a mixed-case text, where capitals mean nothing. A word
/// alone on its line is judged as the text around it. The index and the snippets must
/// agree on this, so that what is marked is what matched.
class ShoutedLines {
 public:
  /// `text` must live as long as this.
  explicit ShoutedLines(std::string_view text) : text_(text) {}

  /// `token` is one of the analysis of the text, none before the last one asked about.
  bool contains(const Token& token);

 private:
  void judge_line_of(const Token& token);

  std::string_view text_;
  std::size_t end_ = 0;  // Of the line judged last.
  bool shouted_ = false;
};

}  // namespace dateline::text
