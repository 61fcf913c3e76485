#include "query/query_text.h"

#include <utf8proc.h>

#include <algorithm>

namespace dateline::query {
namespace {

using Kind = Character::Kind;

Kind ascii_kind(unsigned char c) {
  if (c <= ' ' || c == 0x7F) return Kind::kSpace;
  if (c == '"') return Kind::kQuote;
  if (c == '(') return Kind::kOpen;
  if (c == ')') return Kind::kClose;
  const bool letter =
      (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return letter ? Kind::kLetter : Kind::kOther;
}

bool is_quotation_mark(utf8proc_int32_t code) {
  switch (code) {
    case 0x00AB:  // «
    case 0x00BB:  // »
    case 0x201C:  // “
    case 0x201D:  // ”
    case 0x201E:  // „
    case 0x201F:  // ‟
    case 0x301D:  // 〝
    case 0x301E:  // 〞
    case 0xFF02:  // ＂
      return true;
    default:
      return false;
  }
}

Kind kind_of(utf8proc_int32_t code) {
  if (is_quotation_mark(code)) return Kind::kQuote;
  if (code == 0x200B || code == 0xFEFF) return Kind::kSpace;  // Of no width.
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return Kind::kLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Kind::kMark;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return Kind::kSpace;
    default:
      return Kind::kOther;
  }
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Where the punctuation after a word begins that ends at `end`: some is the word's own.
std::size_t end_with_own_signs(std::string_view text, std::size_t begin,
                               std::size_t end) {
  if (end == text.size()) return end;
  const std::string_view word = text.substr(begin, end - begin);
  if (text[end] == '.' && word.find('.') != std::string_view::npos) return end + 1;
  while (end < text.size() && (text[end] == '+' || text[end] == '#')) ++end;
  return end;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {ascii_kind(first), 1};
  utf8proc_int32_t code = -1;
  const auto length = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
      static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - offset, 4)),
      &code);
  if (length < 1) return {Kind::kSpace, 1};
  return {kind_of(code), static_cast<std::size_t>(length)};
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind == Kind::kLetter) return true;
    at += c.length;
  }
  return false;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ascii_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_letter);
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view without_punctuation(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool letter = c.kind == Kind::kLetter;
    if (letter) begin = std::min(begin, at);
    at += c.length;
    if (letter || c.kind == Kind::kMark) end = at;
  }
  if (begin == text.size()) return {};
  return text.substr(begin, end_with_own_signs(text, begin, end) - begin);
}

std::string_view without_spaces(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind != Kind::kSpace) {
      begin = std::min(begin, at);
      end = at + c.length;
    }
    at += c.length;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  // A character has at most three bytes after its first; more of them are no UTF-8.
  std::size_t end = bytes;
  while (end > 0 && bytes - end < 3 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 40;
  const std::string_view shown = beginning(text, kShown);
  return '"' + std::string(shown) + (shown.size() < text.size() ? "…\"" : "\"");
}

}  // namespace dateline::query
