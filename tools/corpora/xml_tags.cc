#include "tools/corpora/xml_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace dateline::corpora {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

void append_utf8(std::string& text, std::uint32_t code) {
  const auto tail = [&text, code](int shift) {
    text += static_cast<char>(0x80 | ((code >> shift) & 0x3F));
  };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

// "#233" or "#xE9" as a character that text may hold.
std::optional<std::uint32_t> numbered_character(std::string_view entity) {
  if (!entity.starts_with('#')) return std::nullopt;
  entity.remove_prefix(1);
  const bool hex = entity.starts_with('x');
  if (hex) entity.remove_prefix(1);
  std::uint32_t code = 0;
  const char* const end = entity.data() + entity.size();
  const auto [stop, error] = std::from_chars(entity.data(), end, code, hex ? 16 : 10);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (error != std::errc() || stop != end || code < 0x20 || code > 0x10FFFF ||
      surrogate) {
    return std::nullopt;
  }
  return code;
}

// Appends the character of "amp"; false where there is no such entity.
bool append_entity(std::string& text, std::string_view entity) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> kNamed = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [name, character] : kNamed) {
    if (entity == name) {
      text += character;
      return true;
    }
  }
  const auto code = numbered_character(entity);
  if (code) append_utf8(text, *code);
  return code.has_value();
}

}  // namespace

std::string unescape_xml(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // "#x0010FFFF"
  std::string result;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    result += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, kLongest + 2).find(';');
    if (end != std::string_view::npos &&
        append_entity(result, text.substr(1, end - 1))) {
      text.remove_prefix(end + 1);
    } else {
      result += '&';
      text.remove_prefix(1);
    }
  }
  return result;
}

bool XmlTagReader::skip_to(std::string_view end) {
  const std::size_t found = xml_.find(end, at_);
  damaged_ = found == std::string_view::npos;
  if (!damaged_) at_ = found + end.size();
  return !damaged_;
}

bool XmlTagReader::next() {
  while ((at_ = xml_.find('<', at_)) != std::string_view::npos) {
    begin_ = at_;
    const std::string_view rest = xml_.substr(at_ + 1);
    if (rest.starts_with("!--")) {
      if (!skip_to("-->")) break;
    } else if (rest.starts_with('!') || rest.starts_with('?')) {
      if (!skip_to(">")) break;
    } else {
      if (!skip_to(">")) break;
      std::string_view tag = xml_.substr(begin_ + 1, at_ - begin_ - 2);
      is_empty_ = tag.ends_with('/');
      if (is_empty_) tag.remove_suffix(1);
      name_ = tag.substr(0, tag.find_first_of(kBlanks));
      attributes_ = tag.substr(name_.size());
      return true;
    }
  }
  at_ = xml_.size();
  return false;
}

std::string XmlTagReader::attribute(std::string_view name) const {
  std::string_view rest = attributes_;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos || equals + 1 >= rest.size()) return "";
    const char quote = rest[equals + 1];
    const std::size_t end = rest.find(quote, equals + 2);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) return "";
    if (rest.substr(0, equals) == name) {
      return unescape_xml(rest.substr(equals + 2, end - equals - 2));
    }
    rest.remove_prefix(end + 1);
  }
}

std::string XmlTagReader::text() const {
  const std::size_t end = std::min(xml_.find('<', at_), xml_.size());
  return unescape_xml(xml_.substr(at_, end - at_));
}

std::size_t XmlTagReader::line() const {
  return 1 + static_cast<std::size_t>(std::ranges::count(xml_.substr(0, begin_), '\n'));
}

}  // namespace dateline::corpora
