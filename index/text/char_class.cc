#include "index/text/char_class.h"

#include <utf8proc.h>

#include <array>

namespace dateline::text {
namespace {

constexpr char32_t kTableSize = 0x3000;  // All alphabets and General Punctuation.

bool within(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

bool is_apostrophe(char32_t code) {
  // ' and the signs that stand for it; U+02BB and U+02BC are letters by category, but
  // Hawai'i and Ukrainian are typed with ' as often.
  return code == U'\'' || code == 0x2019 || code == 0x02BB || code == 0x02BC ||
         code == 0xFF07;
}

bool is_link(char32_t code) {
  return code == U'-' || code == U'&' || code == 0x2010 || code == 0x2011 ||
         code == 0xFE63 || code == 0xFF0D || code == 0xFF06;
}

bool is_hangul(char32_t code) {
  return within(code, 0x1100, 0x11FF) || within(code, 0x3130, 0x318F) ||
         within(code, 0xA960, 0xA97F) || within(code, 0xAC00, 0xD7FF) ||
         within(code, 0xFFA0, 0xFFDC);
}

bool is_katakana(char32_t code) {
  return within(code, 0x30A0, 0x30FF) || within(code, 0x31F0, 0x31FF) ||
         within(code, 0xFF66, 0xFF9F);
}

bool is_spaceless(char32_t code) {
  return within(code, 0x0E00, 0x0EFF) || within(code, 0x1000, 0x109F) ||
         within(code, 0x1780, 0x17FF);
}

bool is_han_or_hiragana(char32_t code) {
  return within(code, 0x3041, 0x309F) || within(code, 0x3005, 0x3007) ||
         within(code, 0x3021, 0x3029) || within(code, 0x3400, 0x4DBF) ||
         within(code, 0x4E00, 0x9FFF) || within(code, 0xF900, 0xFAFF) ||
         within(code, 0x20000, 0x3FFFF);
}

CharClass class_of_letter(char32_t code, utf8proc_category_t category) {
  if (is_han_or_hiragana(code)) return CharClass::kSingle;
  if (is_katakana(code)) return CharClass::kKatakana;
  if (is_hangul(code)) return CharClass::kHangul;
  if (is_spaceless(code)) return CharClass::kSpaceless;
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::kUpper;
    case UTF8PROC_CATEGORY_LL:
      return CharClass::kLower;
    default:
      return CharClass::kCaseless;
  }
}

bool is_fraction(char32_t code) {
  return within(code, 0xBC, 0xBE) || within(code, 0x2150, 0x215F) || code == 0x2189;
}

CharClass compute_class(char32_t code) {
  if (code > 0x10FFFF) return CharClass::kOther;
  if (is_apostrophe(code)) return CharClass::kApostrophe;
  if (is_link(code)) return CharClass::kLink;
  const utf8proc_property_t* property =
      utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
  if (property->ignorable) return CharClass::kIgnored;
  const auto category = static_cast<utf8proc_category_t>(property->category);
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return class_of_letter(code, category);
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::kMark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      if (is_fraction(code) || is_han_or_hiragana(code)) return CharClass::kSingle;
      return CharClass::kDigit;
    default:
      return CharClass::kOther;
  }
}

std::array<CharClass, kTableSize> make_table() {
  std::array<CharClass, kTableSize> table{};
  for (char32_t code = 0; code < kTableSize; ++code) table[code] = compute_class(code);
  return table;
}

}  // namespace

CharClass class_of(char32_t code) {
  static const std::array<CharClass, kTableSize> table = make_table();
  return code < kTableSize ? table[code] : compute_class(code);
}

}  // namespace dateline::text
