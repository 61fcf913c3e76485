// How names and metadata are compared, and the folding under all words.

#include "index/text/folding.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "index/text/analyzer.h"
#include "index/text/char_class.h"
#include "index/text/utf8.h"

namespace {

using dateline::text::fold;

TEST_CASE("folding: what is the same") {
  struct {
    std::string_view text;
    std::string_view folded;
  } const cases[] = {
      {"", ""},
      {"São  Paulo", "sao paulo"},
      {" \t Reuters\r\n News ", "reuters news"},
      {"Łódź, Øresund, Đà Nẵng", "lodz, oresund, da nang"},
      {"Straße STRASSE", "strasse strasse"},
      {"œuvre Æsir þing", "oeuvre aesir thing"},
      {"İstanbul ISPARTA Diyarbakır", "istanbul isparta diyarbakir"},
      {"ΆΘΗΝΑΣ Ἀθῆναι", "αθηνασ αθηναι"},
      {"Ёлка и Йод, Ї ў", "елка и йод, ї ў"},
      {"за\u0301мок", "замок"},
      {"и\u0306", "й"},
      {"O\u2019Brien Jean\u2010Luc", "o'brien jean-luc"},
      {"\u00A0non\u2003breaking\u3000", "non breaking"},
      {"ＡＰ", "ap"},
      {"مُحَمَّد آل أحمد", "محمد ال احمد"},
      {"مؤتمر", "مؤتمر"},
      {"김정은", "김정은"},
      {"が", "が"},
      {"a\xFF"
       "b",
       "a\uFFFD"
       "b"},
      {"so\u00ADft", "soft"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(fold(c.text) == c.folded);
  }
}

TEST_CASE("folding: folding twice is folding once, for every character") {
  using dateline::text::append_char;
  std::string wrong;
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text = "x";
    append_char(code, text);
    const std::string once = fold(text);
    if (fold(once) != once) wrong += std::to_string(code) + ' ';
  }
  CHECK(wrong == "");
}

TEST_CASE("folding: folding twice is folding once, for sequences") {
  std::mt19937 random(3);
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    for (int n = 0; n < 6; ++n) {
      const char32_t spans[] = {0x80, 0x300, 0x400, 0x600, 0x1100, 0x1E00, 0x3040};
      dateline::text::append_char(spans[random() % 7] + random() % 0x100, text);
    }
    const std::string once = fold(text);
    CAPTURE(text);
    REQUIRE(fold(once) == once);
  }
}

TEST_CASE("folding: the quick way for words is the long way") {
  // A mark that goes makes the folder take the long way.
  dateline::text::WordFolder folder;
  std::string quick;
  std::string full;
  for (char32_t code = 0; code <= 0xFFFF; ++code) {
    if (!starts_word(dateline::text::class_of(code))) continue;
    const std::u32string word = {U'x', code};
    folder.fold(word, quick);
    folder.fold(word + U'\u20DD', full);
    if (quick == full) continue;
    CAPTURE(static_cast<unsigned>(code));
    CHECK(quick == full);
  }
}

TEST_CASE("folding: the quick way for texts is the long way") {
  // Likewise.
  for (char32_t code = 0; code <= 0xFFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text = "X";
    dateline::text::append_char(code, text);
    text += "Y  z";
    const std::string quick = fold(text);
    const std::string full = fold(text + "\u20DD");
    if (quick == full) continue;
    CAPTURE(static_cast<unsigned>(code));
    CHECK(quick == full);
  }
}

TEST_CASE("folding: piled marks are ordered in time") {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += i % 2 == 0 ? "\u0301" : "\u0323";
  CHECK(fold(text) == "a");
}

TEST_CASE("utf8: only well-formed characters are read") {
  using dateline::text::decode_char;
  using dateline::text::kInvalidChar;
  struct {
    std::string_view bytes;
    char32_t code;
    std::uint32_t length;
  } const cases[] = {
      {"a", U'a', 1},
      {"é", U'é', 2},
      {"\xE2\x82\xAC", 0x20AC, 3},
      {"\xF0\x9F\x98\x80", 0x1F600, 4},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
      {"\xC0\x80", kInvalidChar, 1},          // Overlong.
      {"\xE0\x80\x80", kInvalidChar, 1},      // Overlong.
      {"\xF0\x80\x80\x80", kInvalidChar, 1},  // Overlong.
      {"\xED\xA0\x80", kInvalidChar, 1},      // A surrogate.
      {"\xF4\x90\x80\x80", kInvalidChar, 1},  // Over U+10FFFF.
      {"\xE2\x82", kInvalidChar, 1},          // Cut off.
      {"\x80", kInvalidChar, 1},
      {"\xFF", kInvalidChar, 1},
  };
  for (const auto& c : cases) {
    const auto read = decode_char(c.bytes.data(), c.bytes.data() + c.bytes.size());
    CHECK(read.code == c.code);
    CHECK(read.length == c.length);
  }
}

}  // namespace
