#include "index/readers/sgml.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "index/readers/encoding.h"

namespace dateline::readers::sgml {
namespace {

// The character of "lt" or "#38"; 0 when it is none that we know.
char32_t entity(std::string_view name) {
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "amp") return '&';
  if (name == "quot") return '"';
  if (!name.starts_with('#')) return 0;
  std::uint32_t code = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + 1, end, code);
  return error == std::errc() && stop == end ? code : 0;
}

}  // namespace

std::optional<Element> find_element(std::string_view text, std::string_view name) {
  const std::string open = "<" + std::string(name);
  const std::string close = "</" + std::string(name) + ">";
  for (std::size_t at = text.find(open); at != text.npos;
       at = text.find(open, at + 1)) {
    const std::size_t after = at + open.size();
    if (after >= text.size() || (text[after] != '>' && text[after] != ' ')) continue;
    const std::size_t inside = text.find('>', after);
    if (inside == text.npos) return std::nullopt;
    const std::size_t end = text.find(close, inside);
    if (end == text.npos) return std::nullopt;
    return Element{at, end + close.size(), text.substr(inside + 1, end - inside - 1)};
  }
  return std::nullopt;
}

std::string_view inside_of(std::string_view text, std::string_view name) {
  const auto element = find_element(text, name);
  return element ? element->inside : std::string_view();
}

std::string_view attribute(std::string_view record, std::string_view name) {
  const std::string_view tag = record.substr(0, record.find('>'));
  const std::string start = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(start);
  if (at == tag.npos) return {};
  const std::string_view value = tag.substr(at + start.size());
  return value.substr(0, value.find('"'));
}

std::string decode(std::string_view text) {
  constexpr std::size_t kLongestEntity = 8;
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, kLongestEntity + 2).find(';');
    const char32_t character = end == text.npos ? 0 : entity(text.substr(1, end - 1));
    if (character == 0) {
      out.push_back('&');
      text.remove_prefix(1);
    } else {
      append_utf8(out, character);
      text.remove_prefix(end + 1);
    }
  }
  drop_controls(out);
  return out;
}

}  // namespace dateline::readers::sgml
