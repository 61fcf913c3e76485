#include "index/readers/json_values.h"

#include <algorithm>

namespace dateline::readers {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool JsonValues::fill() {
  if (rest_.empty()) rest_ = source_.read();
  return !rest_.empty();
}

void JsonValues::begin_value(std::size_t line) {
  text_.clear();
  too_long_ = false;
  line_ = line;
}

void JsonValues::append(std::string_view piece) {
  if (too_long_) return;
  too_long_ = piece.size() > max_bytes_ - text_.size();
  if (!too_long_) text_.append(piece);
}

bool JsonLineValues::next() {
  begin_value(++lines_);
  if (!fill()) return false;
  do {
    const std::size_t end = rest_.find('\n');
    append(rest_.substr(0, end));
    if (end != rest_.npos) {
      rest_.remove_prefix(end + 1);
      return true;
    }
    rest_ = {};
  } while (fill());
  return true;
}

bool JsonStreamValues::next() {
  if (!skip_to_value()) return false;
  begin_value(lines_);
  depth_ = 0;
  in_string_ = escaped_ = false;
  scalar_ = rest_.front() != '{' && rest_.front() != '[';
  do {
    if (take_from_block()) return true;
  } while (fill());
  return true;  // The source ended inside the value: the parser will say so.
}

// Passes over what stands between values, and into an array at the top.
bool JsonStreamValues::skip_to_value() {
  while (fill()) {
    const char c = rest_.front();
    const bool enters = c == '[' && !in_array_;
    const bool leaves = c == ']' && in_array_;
    if (!enters && !leaves && c != ',' && !is_space(c)) return true;
    if (enters || leaves) in_array_ = enters;
    lines_ += c == '\n' ? 1 : 0;
    rest_.remove_prefix(1);
  }
  return false;
}

// Appends the block up to the end of the value; true when that was in it.
bool JsonStreamValues::take_from_block() {
  std::size_t i = 0;
  bool ended = false;
  while (i < rest_.size() && !ended) {
    const char c = rest_[i];
    // The first character is taken whatever it is: a stray ']' must not stop us.
    const bool first = i == 0 && text().empty() && !too_long();
    if (scalar_ && !first && !in_string_ && (is_space(c) || c == ',' || c == ']')) {
      ended = true;
      break;
    }
    ended = ends_value(c);
    lines_ += c == '\n' ? 1 : 0;
    ++i;
  }
  append(rest_.substr(0, i));
  rest_.remove_prefix(i);
  return ended;
}

// Follows strings and brackets; true for the bracket that closes the value.
bool JsonStreamValues::ends_value(char c) {
  if (in_string_) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
    }
    return false;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if ((c == '}' || c == ']') && depth_ > 0) return --depth_ == 0;
  return false;
}

}  // namespace dateline::readers
