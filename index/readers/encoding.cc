#include "index/readers/encoding.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::readers {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Windows-1252 from 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

// Bytes of the well-formed character that begins at `i`; 0 when it is wrong.
std::size_t character_bytes(std::string_view text, std::size_t i) {
  const std::uint8_t lead = byte_at(text, i);
  if (lead < 0x80) return 1;
  const std::size_t size =
      lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : (lead >= 0xC2 ? 2 : 0));
  if (size == 0 || lead > 0xF4 || i + size > text.size()) return 0;
  for (std::size_t k = 1; k < size; ++k) {
    if ((byte_at(text, i + k) & 0xC0) != 0x80) return 0;
  }
  const std::uint8_t second = byte_at(text, i + 1);
  const bool overlong =
      (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond =
      (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
  return overlong || beyond ? 0 : size;
}

bool is_damaged_utf8(std::string_view text) {
  std::size_t characters = 0;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = character_bytes(text, i);
    characters += size > 1 ? 1 : 0;
    wrong += size == 0 ? 1 : 0;
    i += size == 0 ? 1 : size;
  }
  return characters > wrong;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = character_bytes(text, i);
    if (size == 0) {
      append_utf8(out, kReplacement);
    } else {
      out.append(text, i, size);
    }
    i += size == 0 ? 1 : size;
  }
  return out;
}

// Appends what Windows-1252 has at `byte`, 0x80 to 0x9F; nothing where it has nothing.
void append_windows_1252(std::string& out, std::uint8_t byte) {
  const char32_t meant = kWindows1252[byte - 0x80u];
  if (meant != 0) append_utf8(out, meant);
}

std::string from_windows_1252(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else if (byte < 0xA0) {
      append_windows_1252(out, byte);
    } else {
      append_utf8(out, byte);
    }
  }
  return out;
}

// The first byte that drop_controls() has to look at; its end when there is none.
std::size_t find_control(std::string_view text, std::size_t i) {
  for (; i < text.size(); ++i) {
    const std::uint8_t byte = byte_at(text, i);
    if (byte >= 0x20 && byte != 0x7F && byte != 0xC2) continue;
    if (byte == '\n' || byte == '\t') continue;
    if (byte == 0xC2 && (i + 1 == text.size() || byte_at(text, i + 1) >= 0xA0)) {
      continue;
    }
    break;
  }
  return i;
}

// Appends what the control character at `i` becomes; gives where to go on.
std::size_t replace_control(std::string_view text, std::size_t i, std::string& out) {
  const std::uint8_t byte = byte_at(text, i);
  if (byte == 0xC2) {
    append_windows_1252(out, byte_at(text, i + 1));
    return i + 2;
  }
  const bool before_newline = i + 1 < text.size() && text[i + 1] == '\n';
  if (byte == '\f' || byte == '\v' || (byte == '\r' && !before_newline)) {
    out.push_back('\n');
  }
  return i + 1;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Whether decoded text reads as one: with nothing that only data has.
bool is_clean(std::string_view text) {
  const bool has_control = std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r');
  });
  return !has_control && text.find("\uFFFD") == text.npos;
}

}  // namespace

void append_utf8(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto tail = [&](int shift) {
    text.push_back(static_cast<char>(0x80 | ((c >> shift) & 0x3F)));
  };
  if (c < 0x80) {
    text.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    text.push_back(static_cast<char>(0xC0 | (c >> 6)));
    tail(0);
  } else if (c < 0x10000) {
    text.push_back(static_cast<char>(0xE0 | (c >> 12)));
    tail(6);
    tail(0);
  } else {
    text.push_back(static_cast<char>(0xF0 | (c >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

void make_utf8(std::string& text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return;
  text = is_damaged_utf8(text) ? repair_utf8(text) : from_windows_1252(text);
}

void drop_controls(std::string& text) {
  std::size_t i = find_control(text, 0);
  if (i == text.size()) return;
  std::string out(text, 0, i);
  out.reserve(text.size());
  while (i < text.size()) {
    i = replace_control(text, i, out);
    const std::size_t end = find_control(text, i);
    out.append(text, i, end - i);
    i = end;
  }
  text = std::move(out);
}

void clean_text(std::string& text) {
  make_utf8(text);
  drop_controls(text);
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (byte_at(text, bytes) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Utf16Order guess_utf16(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 4096;
  const std::size_t units = std::min(bytes.size(), kLookedAt) / 2;
  using Counts = std::array<std::size_t, 256>;
  std::array<Counts, 2> counts{};  // Of the first bytes of units, of the second ones.
  for (std::size_t i = 0; i < units * 2; ++i) ++counts[i % 2][byte_at(bytes, i)];
  const bool big = counts[0][0] > counts[1][0];
  const Counts& high = counts[big ? 0 : 1];
  const Counts& low = counts[big ? 1 : 0];
  const std::size_t next = *std::max_element(high.begin() + 1, high.end());
  if (units < 2 || high[0] * 10 < units || (high[0] + next) * 5 < units * 4 ||
      low[0] * 8 > high[0]) {
    return Utf16Order::kNone;
  }
  std::string text;
  // A pair may be cut in two at the end, which the decoder waits for.
  Utf16Decoder(big).decode(bytes.substr(0, units * 2), text);
  if (!is_clean(text)) return Utf16Order::kNone;
  return big ? Utf16Order::kBig : Utf16Order::kLittle;
}

void Utf16Decoder::decode(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (first_byte_ < 0) {
      first_byte_ = byte;
      continue;
    }
    const auto first = static_cast<char32_t>(first_byte_);
    first_byte_ = -1;
    add_unit(big_endian_ ? first << 8 | byte : char32_t{byte} << 8 | first, out);
  }
}

void Utf16Decoder::add_unit(char32_t unit, std::string& out) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_surrogate_ != 0 && low) {
    append_utf8(out, 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00));
    high_surrogate_ = 0;
    return;
  }
  if (high_surrogate_ != 0) append_utf8(out, kReplacement);
  const bool high = unit >= 0xD800 && unit <= 0xDBFF;
  high_surrogate_ = high ? unit : 0;
  if (!high) append_utf8(out, unit);
}

void Utf16Decoder::finish(std::string& out) {
  if (high_surrogate_ != 0 || first_byte_ >= 0) append_utf8(out, kReplacement);
  high_surrogate_ = 0;
  first_byte_ = -1;
}

}  // namespace dateline::readers
