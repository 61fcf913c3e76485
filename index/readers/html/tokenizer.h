// Cuts HTML into tags and text.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/html/tags.h"

namespace dateline::readers::html {

struct Attribute {
  std::string_view name;   ///< As written.
  std::string_view value;  ///< As written, entities and all.
};

struct Token {
  enum class Kind { kText, kStartTag, kEndTag };

  Kind kind = Kind::kText;
  std::string_view text{};  ///< The text, entities and all, or the name of the tag.
  TagInfo info{};           ///< Of the tag.
  bool closes_itself = false;
  std::vector<Attribute> attributes{};  ///< The first 64 of a tag.
};

/// Reads tags as the tokenizer of the HTML Standard does, section 13.2.5, without
/// building a tree: it is linear for every input, several times as fast as libxml2's
/// HTML parser, and does not have its quadratic cases (many attributes, deep nesting).
/// Comments, doctypes and processing instructions are passed over. The content of
/// <script>, <style> and the like comes as one text.
class Tokenizer {
 public:
  /// `html` is UTF-8 and must outlive this and its tokens.
  explicit Tokenizer(std::string_view html) : html_(html) {}

  /// Reads the next token over `token`; false at the end.
  bool next(Token& token);

 private:
  bool read_raw_text(Token& token);
  bool read_markup(Token& token);
  void read_tag(Token& token);
  void read_attributes(Token& token);
  Attribute read_attribute();
  std::string_view read_attribute_value();
  void skip_spaces();
  void skip_past(std::string_view end);

  std::string_view html_;
  std::size_t at_ = 0;
  std::string_view raw_element_{};  // Whose content comes next as one text.
  bool title_unclosed_ = false;
};

/// The value of the attribute `name` (lower case); empty when there is none.
std::string_view find_attribute(const Token& token, std::string_view name);

/// Whether it is there, with or without a value.
bool has_attribute(const Token& token, std::string_view name);

/// Appends `text`, its character references replaced: "&amp;", "&#8217;", "&rsquo",
/// also those of Windows-1252 ("&#146;"). What is none stays as it is.
void append_decoded(std::string_view text, std::string& out);

/// Whether `name` begins with the ASCII letters of `lower`, in any case.
bool starts_with_ignoring_case(std::string_view name, std::string_view lower);

/// Whether they are the same but for the case of ASCII letters; `lower` has none in
/// upper case.
bool equals_ignoring_case(std::string_view name, std::string_view lower);

}  // namespace dateline::readers::html
