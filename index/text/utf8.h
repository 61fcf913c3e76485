// UTF-8, one character at a time. Bytes that are no UTF-8 are characters of their own,
// one byte long, so that reading always moves on and offsets stay right.

#pragma once

#include <cstdint>
#include <string>

namespace dateline::text {

/// Stands for a byte that is no part of a well-formed character.
inline constexpr char32_t kInvalidChar = 0xFFFFFFFF;

struct DecodedChar {
  char32_t code = kInvalidChar;
  std::uint32_t length = 1;  ///< Bytes; 1 for kInvalidChar.
};

/// The character at `at`, which is before `end`. Overlong forms, surrogates and codes
/// over U+10FFFF are invalid (Unicode 15, table 3-7).
inline DecodedChar decode_char(const char* at, const char* end) {
  const auto byte = [at](int i) { return static_cast<std::uint8_t>(at[i]); };
  const auto tail = [byte](int i) { return (byte(i) & 0xC0U) == 0x80U; };
  const auto bits = [byte](int i) { return char32_t{byte(i) & 0x3FU}; };
  const std::uint8_t lead = byte(0);
  const auto left = end - at;
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && tail(1)) {
    return {char32_t{lead & 0x1FU} << 6 | bits(1), 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && tail(1) && tail(2)) {
    const char32_t code = char32_t{lead & 0x0FU} << 12 | bits(1) << 6 | bits(2);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && tail(1) && tail(2) && tail(3)) {
    const char32_t code =
        char32_t{lead & 0x07U} << 18 | bits(1) << 12 | bits(2) << 6 | bits(3);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {};
}

/// Appends `code`, a Unicode scalar value, in UTF-8.
inline void append_char(char32_t code, std::string& out) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

/// The longest prefix of `text`, well-formed UTF-8, within `bytes` that cuts no
/// character.
inline std::string_view cut_to(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<std::uint8_t>(text[bytes]) & 0xC0U) == 0x80U)
    --bytes;
  return text.substr(0, bytes);
}

}  // namespace dateline::text
