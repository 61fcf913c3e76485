// What a character is to a word: Unicode's categories, reduced to what word splitting
// asks.

#pragma once

#include <array>
#include <cstdint>

namespace dateline::text {

enum class CharClass : std::uint8_t {
  kOther,       ///< Parts words: spaces, signs, controls, invalid bytes.
  kLower,       ///< A lower-case letter.
  kUpper,       ///< An upper-case or title-case letter.
  kCaseless,    ///< A letter of a script without case, or a modifier letter.
  kDigit,       ///< Any number, also ², Ⅳ and the digits of other scripts.
  kKatakana,    ///< Runs of Katakana are words.
  kHangul,      ///< Runs of Hangul are words.
  kSpaceless,   ///< Thai, Lao, Khmer, Myanmar: written without spaces; runs are words.
  kSingle,      ///< Han, Hiragana and fractions (½): each a word of its own.
  kMark,        ///< Belongs to the character before it.
  kIgnored,     ///< Invisible: soft hyphen, joiners, direction marks.
  kApostrophe,  ///< ' and ’ and their kin: may stand inside a word.
  kLink,        ///< Hyphens and &: tie words to compounds.
};

CharClass class_of(char32_t code);

constexpr bool is_letter(CharClass c) {
  return c >= CharClass::kLower && c <= CharClass::kCaseless;
}

/// True for what a word can begin with.
constexpr bool starts_word(CharClass c) {
  return c >= CharClass::kLower && c <= CharClass::kSingle;
}

/// True when `next` goes on the word that `c` is in; both start words. Letters of any
/// alphabet and digits go together; Katakana, Hangul and spaceless scripts only with
/// their own.
constexpr bool same_run(CharClass c, CharClass next) {
  if (c <= CharClass::kDigit) return next <= CharClass::kDigit;
  return c == next && c != CharClass::kSingle;
}

// What a byte is: the quick way for ASCII. Bits, so that those of a word can be ORed.
inline constexpr std::uint8_t kByteLower = 1;
inline constexpr std::uint8_t kByteUpper = 2;
inline constexpr std::uint8_t kByteDigit = 4;
inline constexpr std::uint8_t kByteCaseless = 8;  ///< No byte; only for ORed classes.
inline constexpr std::uint8_t kByteHigh = 16;     ///< Part of a longer character.
inline constexpr std::uint8_t kByteInner = 32;    ///< ' . , may stand inside a word.
inline constexpr std::uint8_t kByteLink = 64;     ///< - &
inline constexpr std::uint8_t kByteLetter = kByteLower | kByteUpper | kByteCaseless;
inline constexpr std::uint8_t kByteWord = kByteLetter | kByteDigit;

/// The bits of a character in a word.
constexpr std::uint8_t bits_of(CharClass c) {
  switch (c) {
    case CharClass::kLower:
      return kByteLower;
    case CharClass::kUpper:
      return kByteUpper;
    case CharClass::kDigit:
      return kByteDigit;
    default:
      return starts_word(c) ? kByteCaseless : std::uint8_t{0};
  }
}

struct ByteTables {
  std::array<std::uint8_t, 256> bits{};
  std::array<char, 256> lower{};  ///< ASCII in lower case; other bytes as they are.
};

constexpr ByteTables make_byte_tables() {
  ByteTables tables;
  for (unsigned i = 0; i < 256; ++i) {
    const bool upper = i >= 'A' && i <= 'Z';
    tables.lower[i] = static_cast<char>(upper ? i + 32 : i);
    if (upper) tables.bits[i] = kByteUpper;
    if (i >= 'a' && i <= 'z') tables.bits[i] = kByteLower;
    if (i >= '0' && i <= '9') tables.bits[i] = kByteDigit;
    if (i >= 128) tables.bits[i] = kByteHigh;
  }
  tables.bits['\''] = tables.bits['.'] = tables.bits[','] = kByteInner;
  tables.bits['-'] = tables.bits['&'] = kByteLink;
  return tables;
}

inline constexpr ByteTables kByteTables = make_byte_tables();

inline std::uint8_t byte_bits(char c) {
  return kByteTables.bits[static_cast<std::uint8_t>(c)];
}
inline char ascii_lower(char c) {
  return kByteTables.lower[static_cast<std::uint8_t>(c)];
}
inline bool is_ascii_digit(char c) { return (byte_bits(c) & kByteDigit) != 0; }

}  // namespace dateline::text
