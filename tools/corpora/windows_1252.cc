#include "tools/corpora/windows_1252.h"

#include <array>

namespace dateline::corpora {
namespace {

// The bytes 0x80 to 0x9F; the others are as in Latin-1.
constexpr std::array<std::string_view, 32> kUpper = {
    "€", "\uFFFD", "‚",      "ƒ", "„",      "…",      "†", "‡",      "ˆ", "‰", "Š",
    "‹", "Œ",      "\uFFFD", "Ž", "\uFFFD", "\uFFFD", "‘", "’",      "“", "”", "•",
    "–", "—",      "˜",      "™", "š",      "›",      "œ", "\uFFFD", "ž", "Ÿ"};

}  // namespace

std::string windows_1252_to_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      result += c;
    } else if (byte < 0xA0) {
      result += kUpper[byte - 0x80u];
    } else {
      result += static_cast<char>(0xC0 | (byte >> 6));
      result += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return result;
}

}  // namespace dateline::corpora
