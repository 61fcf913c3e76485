// ASCII characters of lines; letters beyond ASCII count as small ones.

#pragma once

#include <array>
#include <string_view>

namespace dateline::regions {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_beyond_ascii(char c) { return static_cast<signed char>(c) < 0; }
inline bool is_letter(char c) { return is_upper(c) || is_lower(c); }
inline char lowered(char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; }

/// `line` without blanks at its ends.
inline std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = line.find_first_not_of(kBlanks);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

/// `line` without the quotation marks and brackets that close it.
inline std::string_view without_closing(std::string_view line) {
  for (const std::string_view quote :
       {"\u201D", "\u2019", "\"", "'", ")", "]", "\u00BB"}) {
    if (line.size() > quote.size() && line.ends_with(quote)) {
      line.remove_suffix(quote.size());
    }
  }
  return line;
}

/// Whether it ends as a sentence does, or as one that goes on after a break.
inline bool ends_sentence(std::string_view line) {
  const std::string_view open = without_closing(line);
  return open.ends_with('.') || open.ends_with('!') || open.ends_with('?') ||
         open.ends_with("\u2026") || open.ends_with(':');
}

}  // namespace dateline::regions
