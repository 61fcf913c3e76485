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

inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// `line` without blanks at its ends.
inline std::string_view trimmed(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

/// `line` without the quotation marks and brackets that close it.
inline std::string_view without_closing(std::string_view line) {
  constexpr std::string_view kLastBytes = "\x9D\x99\"')]\xBB";  // Of all below.
  if (line.empty() || kLastBytes.find(line.back()) == kLastBytes.npos) return line;
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
  if (open.empty()) return false;
  const char last = open.back();
  return last == '.' || last == '!' || last == '?' || last == ':' ||
         (is_beyond_ascii(last) && open.ends_with("\u2026"));
}

}  // namespace dateline::regions
