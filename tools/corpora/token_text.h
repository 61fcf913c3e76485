// Running text made of the tokens of a corpus, with blanks where print has them.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpora {

/// Text that grows by tokens, a sentence a line.
class TokenText {
 public:
  /// Appends a token that is not empty. What annotators wrote for characters that
  /// their format could not hold ("``", "-LRB-") is printed as the character.
  void add_token(std::string_view token);

  /// The next token follows without a blank: a hyphen inside a word.
  void join_next() { tight_ = true; }

  /// Ends the line, if it has begun.
  void end_sentence();

  const std::string& text() const { return text_; }

  /// Where each token stands in text().
  const std::vector<TokenSpan>& tokens() const { return tokens_; }

 private:
  bool at_line_start() const { return text_.empty() || text_.back() == '\n'; }

  std::string text_;
  std::vector<TokenSpan> tokens_;
  bool tight_ = false;     // No blank before the next token.
  bool in_quote_ = false;  // A quotation mark was opened in this sentence.
};

}  // namespace dateline::corpora
