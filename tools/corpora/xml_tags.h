// Just enough XML for corpora: tags, their attributes, and the text between them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::corpora {

/// `text` with the five entities of XML and numbers ("&amp;", "&#233;") replaced; any
/// other stays as it is.
std::string unescape_xml(std::string_view text);

/// Reads tags one after the other. Comments, declarations and processing instructions
/// are passed over. Does not check that tags match; no depth, no recursion.
class XmlTagReader {
 public:
  explicit XmlTagReader(std::string_view xml) : xml_(xml) {}

  /// Goes to the next tag; false after the last one, and where a tag does not end.
  bool next();

  /// "token"; "/token" for an end tag.
  std::string_view name() const { return name_; }

  /// Whether it is an element without content: "<TIMEX3/>".
  bool is_empty() const { return is_empty_; }

  /// The value of an attribute, "" where it is missing.
  std::string attribute(std::string_view name) const;

  /// What stands between this tag and the next.
  std::string text() const;

  /// True when next() stopped at a tag that does not end.
  bool damaged() const { return damaged_; }

  /// The line of this tag, from 1.
  std::size_t line() const;

 private:
  bool skip_to(std::string_view end);

  std::string_view xml_;
  std::size_t at_ = 0;     // Behind the tag.
  std::size_t begin_ = 0;  // Of the tag.
  std::string_view name_;
  std::string_view attributes_;
  bool is_empty_ = false;
  bool damaged_ = false;
};

}  // namespace dateline::corpora
