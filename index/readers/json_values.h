// Cuts a stream into JSON values: one a line, or the elements of an array.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "index/readers/text_source.h"

namespace dateline::readers {

/// Gives the values of a stream as text, one at a time, unparsed.
class JsonValues {
 public:
  explicit JsonValues(TextSource& source, std::size_t max_bytes)
      : source_(source), max_bytes_(max_bytes) {}
  virtual ~JsonValues() = default;
  JsonValues(const JsonValues&) = delete;
  JsonValues& operator=(const JsonValues&) = delete;

  /// Goes to the next value, perhaps a blank one; false at the end. Throws Error.
  virtual bool next() = 0;

  /// The value; the caller may change it. Not whole when too_long().
  std::string& text() { return text_; }

  /// It has more than `max_bytes` bytes; the rest was passed over, not kept.
  bool too_long() const { return too_long_; }

  /// The line that it begins on, from 1.
  std::size_t line() const { return line_; }

 protected:
  /// Fills `rest_` if it is empty; false at the end of the source.
  bool fill();
  void begin_value(std::size_t line);
  void append(std::string_view piece);

  std::string_view rest_;  // Of the source's block, not yet cut.

 private:
  TextSource& source_;
  std::size_t max_bytes_;
  std::string text_;
  bool too_long_ = false;
  std::size_t line_ = 0;
};

/// JSON Lines: each line is a value.
class JsonLineValues final : public JsonValues {
 public:
  using JsonValues::JsonValues;
  bool next() override;

 private:
  std::size_t lines_ = 0;
};

/// The elements of arrays at the top, and all values between them, however they are
/// laid out over lines.
class JsonStreamValues final : public JsonValues {
 public:
  using JsonValues::JsonValues;
  bool next() override;

 private:
  bool skip_to_value();
  bool take_from_block();
  bool ends_value(char c);

  std::size_t lines_ = 1;  // The line that rest_ begins on.
  bool in_array_ = false;
  std::size_t depth_ = 0;  // Of brackets within the value.
  bool in_string_ = false;
  bool escaped_ = false;
  bool scalar_ = false;
};

}  // namespace dateline::readers
