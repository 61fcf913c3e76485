#include "index/text/shouted_lines.h"

#include <algorithm>

namespace dateline::text {

bool ShoutedLines::contains(const Token& token) {
  if (token.begin >= end_) judge_line_of(token);
  return shouted_;
}

void ShoutedLines::judge_line_of(const Token& token) {
  const std::size_t newline = text_.rfind('\n', token.begin);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  end_ = std::min(text_.find('\n', token.begin), text_.size());
  std::string_view line = text_.substr(begin, end_ - begin);
  line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
  const std::size_t last = line.find_last_not_of(" \t\r");
  line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
  shouted_ = line.find(' ') != std::string_view::npos && !is_mixed_case(line);
}

}  // namespace dateline::text
