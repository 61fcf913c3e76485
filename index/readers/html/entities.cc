// Character references of HTML. The names are libxml2's table, those of HTML 4.

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

#include "index/readers/encoding.h"
#include "index/readers/html/tokenizer.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kLongestName = 8;  // "thetasym" in HTML 4.

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

// libxml2 searches its table from the front, so it is copied once, sorted by name.
const std::vector<NamedCharacter>& named_characters() {
  static const std::vector<NamedCharacter> table = [] {
    constexpr unsigned kLast = 0x2666;  // "diams"
    std::vector<NamedCharacter> made;
    for (unsigned value = 1; value <= kLast; ++value) {
      const htmlEntityDesc* found = htmlEntityValueLookup(value);
      if (found != nullptr) made.push_back({found->name, value});
    }
    std::ranges::sort(made, {}, &NamedCharacter::name);
    return made;
  }();
  return table;
}

// 0: no such name.
char32_t find_named(std::string_view name) {
  const auto& table = named_characters();
  const auto found = std::ranges::lower_bound(table, name, {}, &NamedCharacter::name);
  return found != table.end() && found->name == name ? found->character : 0;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The reference "#8217" or "#x2019" at the start of `text`, behind its '&'; gives its
// bytes, 0 when it is none.
std::size_t append_numbered(std::string_view text, std::string& out) {
  const bool hex = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  const char* begin = text.data() + (hex ? 2 : 1);
  const char* end = text.data() + text.size();
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(begin, end, value, hex ? 16 : 10);
  if (stop == begin) return 0;
  const bool control = value < 0x20 && value != '\n' && value != '\t';
  const bool too_large = error != std::errc() || value == 0;
  std::string character;
  if (!control || too_large) append_utf8(character, too_large ? 0xFFFD : value);
  if (value >= 0x7F && value < 0xA0) drop_controls(character);
  out.append(character);
  std::size_t size = static_cast<std::size_t>(stop - text.data());
  if (size < text.size() && text[size] == ';') ++size;
  return size;
}

// "rsquo;" behind a '&'. Without ";" only the Latin-1 names count, as in browsers:
// "&copy 2023", not the "&part" of an address.
std::size_t append_named(std::string_view text, std::string& out) {
  std::size_t size = 0;
  while (size < text.size() && size < kLongestName && is_name_character(text[size])) {
    ++size;
  }
  const char32_t character = find_named(text.substr(0, size));
  const bool closed = size < text.size() && text[size] == ';';
  if (character == 0 || (!closed && character > 0xFF)) return 0;
  if (!closed && size < text.size() && text[size] == '=') return 0;
  append_utf8(out, character);
  return size + (closed ? 1 : 0);
}

}  // namespace

void append_decoded(std::string_view text, std::string& out) {
  for (;;) {
    const std::size_t ampersand = text.find('&');
    out.append(text.substr(0, ampersand));
    if (ampersand == text.npos) return;
    text.remove_prefix(ampersand + 1);
    const std::size_t used =
        text.starts_with('#') ? append_numbered(text, out) : append_named(text, out);
    if (used == 0) out.push_back('&');
    text.remove_prefix(used);
  }
}

}  // namespace dateline::readers::html
