// Whatever bytes come in, clean UTF-8 comes out.

#include "index/readers/encoding.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace std::string_view_literals;

using dateline::readers::Utf16Decoder;

TEST_CASE("encoding: what each text becomes") {
  struct {
    std::string_view bytes;
    std::string_view text;
  } const cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"caf\xC3\xA9 \xE2\x82\xAC", "café €"},
      {"two\tcolumns\nand lines", "two\tcolumns\nand lines"},

      // Windows-1252, of which Latin-1 is a part.
      {"caf\xE9", "café"},
      {"\x93quoted\x94 \x80 5 \x96 \xA3", "“quoted” € 5 – £"},
      {"\x81\x8D nothing there", " nothing there"},

      // More good characters than wrong bytes: damaged UTF-8.
      {"\xC3\xA9\xC3\xA9 \xFF", "éé \uFFFD"},
      {"\xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x82", "ééé \uFFFD\uFFFD"},
      {"€€€€\xED\xA0\x80", "€€€€\uFFFD\uFFFD\uFFFD"},  // A surrogate.
      {"€€€\xC0\x80", "€€€\uFFFD\uFFFD"},              // NUL, overlong.
      {"€€€€€\xF4\x90\x80\x80", "€€€€€\uFFFD\uFFFD\uFFFD\uFFFD"},

      // Control characters.
      {"a\0b\x01"
       "c\x1F"
       "d\x7F"
       "e"sv,
       "abcde"},
      {"one\r\ntwo\rthree\fpage\vtab", "one\ntwo\nthree\npage\ntab"},
      {"\r", "\n"},
      {"don\xC2\x92t \xC2\x80 5 \xC2\x81.", "don’t € 5 ."},
      {"kept: \xC2\xA0.", "kept: \xC2\xA0."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.bytes);
    std::string text(c.bytes);
    dateline::readers::clean_text(text);
    CHECK(text == c.text);
  }
}

TEST_CASE("encoding: any bytes become UTF-8, and clean text stays as it is") {
  std::string bytes;
  unsigned state = 1;
  for (int i = 0; i < 5'000; ++i) {
    state = state * 1'103'515'245u + 12'345u;
    bytes.push_back(static_cast<char>(state >> 16));
  }
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    std::string once = bytes.substr(bytes.size() - size);
    dateline::readers::clean_text(once);
    std::string twice = once;
    dateline::readers::clean_text(twice);
    REQUIRE(once == twice);
    REQUIRE(once.find('\0') == std::string::npos);
  }
}

TEST_CASE("encoding: UTF-16 in pieces of every size") {
  const std::string_view little = "A\0\xE9\0\xAC\x20\x3D\xD8\x00\xDE"sv;
  for (std::size_t piece = 1; piece <= little.size(); ++piece) {
    CAPTURE(piece);
    Utf16Decoder decoder(false);
    std::string text;
    for (std::size_t i = 0; i < little.size(); i += piece) {
      decoder.decode(little.substr(i, piece), text);
    }
    decoder.finish(text);
    CHECK(text == "Aé€😀");
  }
}

std::string as_utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST_CASE("encoding: UTF-16 without a mark is told by its zero bytes") {
  using dateline::readers::guess_utf16;
  using dateline::readers::Utf16Order;
  for (const std::u16string_view text :
       {u"Title\n\nText"sv, u"Статья о том и о сём\n\nТекст статьи"sv,
        u"“Café”, he said \U0001F600"sv}) {
    CHECK(guess_utf16(as_utf16(text, false)) == Utf16Order::kLittle);
    CHECK(guess_utf16(as_utf16(text, true)) == Utf16Order::kBig);
  }
  for (const std::string& other :
       {std::string("plain text"), std::string("ab\0"sv), std::string(),
        std::string("a\0b\0\0c"sv), std::string("T\0\0\0e\0\0\0"sv),
        std::string("\x01\0\x02\0\x03\0"sv), std::string("dirt\0 in a text of words"sv),
        std::string("\0\xD8 \0a\0b\0"sv)}) {
    CAPTURE(other);
    CHECK(guess_utf16(other) == Utf16Order::kNone);
  }
}

TEST_CASE("encoding: broken UTF-16 is replaced, never lost in silence") {
  struct {
    std::string_view big_endian;
    std::string_view text;
  } const cases[] = {
      {"\xD8\x3D\0A"sv, "\uFFFDA"},  // High, alone.
      {"\xDE\x00\0A"sv, "\uFFFDA"},  // Low, alone.
      {"\xD8\x3D\xD8\x3D\xDE\x00"sv, "\uFFFD😀"},
      {"\0A\xD8\x3D"sv, "A\uFFFD"},  // Ends inside a character,
      {"\0A\0"sv, "A\uFFFD"},        // and inside a unit.
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    Utf16Decoder decoder(true);
    std::string text;
    decoder.decode(c.big_endian, text);
    decoder.finish(text);
    CHECK(text == c.text);
  }
}

TEST_CASE("encoding: cuts no character") {
  CHECK(dateline::readers::cut_utf8("a€b", 9) == "a€b");
  CHECK(dateline::readers::cut_utf8("a€b", 4) == "a€");
  CHECK(dateline::readers::cut_utf8("a€b", 3) == "a");
  CHECK(dateline::readers::cut_utf8("€", 1).empty());
}

}  // namespace
