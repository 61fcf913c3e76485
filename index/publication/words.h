// Characters and words of texts that hold dates.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::publication {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}

inline std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return lower;
}

/// A stretch of a text, as it is written and in lower case.
struct Stretch {
  std::string_view written;
  std::string_view lower;

  Stretch from(std::size_t at) const { return {written.substr(at), lower.substr(at)}; }
};

inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// How many digits stand at `at`, `most` at most.
inline std::size_t digits_at(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t n = 0;
  while (n < most && at + n < text.size() && is_digit(text[at + n])) ++n;
  return n;
}

/// The number of up to nine digits that `digits` is.
inline int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// Whether `word` stands in `text` with no letter beside it. Both in lower case.
inline bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = end == text.size() || !is_letter(text[end]);
    if (begins && ends) return true;
  }
  return false;
}

/// At most `most` bytes of `text`, whole characters, for a reason.
inline std::string quoted(std::string_view text, std::size_t most = 60) {
  const bool cut = text.size() > most;
  text = text.substr(0, most);
  while (cut && !text.empty() &&
         (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
    text.remove_suffix(1);
  if (cut && !text.empty() && static_cast<signed char>(text.back()) < 0)
    text.remove_suffix(1);
  return "'" + std::string(trimmed(text)) + (cut ? "\u2026'" : "'");
}

}  // namespace dateline::publication
