#include <algorithm>
#include <cstdint>

#include "index/readers/xml/item_parser.h"

namespace dateline::readers::xml {
namespace {

constexpr std::size_t kLongestReference = 16;  // "&thetasym;"

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_' || c == '-' || c == '.';
}

bool is_number(std::string_view text) {
  const bool hex = text.starts_with('x');
  if (hex) text.remove_prefix(1);
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= '0' && c <= '9') ||
           (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  });
}

// Whether a reference begins `text`, at its "&".
bool is_reference(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == text.npos || end < 2) return false;
  std::string_view name = text.substr(1, end - 1);
  if (name.starts_with('#')) return is_number(name.substr(1));
  return !(name[0] >= '0' && name[0] <= '9') && name[0] != '-' && name[0] != '.' &&
         std::ranges::all_of(name, is_name_character);
}

bool is_control(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

void append_clean(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const auto stop = std::ranges::find_if(text, is_control);
    const auto size = static_cast<std::size_t>(stop - text.begin());
    out.append(text.substr(0, size));
    text.remove_prefix(std::min(size + 1, text.size()));
  }
}

}  // namespace

void XmlMender::mend(std::string_view piece, std::string& out) {
  std::string joined;
  std::string_view text = piece;
  if (!pending_.empty()) {
    joined = std::move(pending_);
    joined.append(piece);
    text = joined;
    pending_.clear();
  }
  for (;;) {
    const std::size_t at = text.find('&');
    append_clean(text.substr(0, at), out);
    if (at == text.npos) return;
    text.remove_prefix(at);
    const std::string_view head = text.substr(0, kLongestReference);
    if (head.size() < kLongestReference && head.find_first_of("; <") == head.npos) {
      pending_ = text;
      return;
    }
    out.append(is_reference(head) ? "&" : "&amp;");
    text.remove_prefix(1);
  }
}

void XmlMender::finish(std::string& out) {
  std::string rest = std::move(pending_);
  pending_.clear();
  if (rest.empty()) return;
  rest.push_back(' ');  // Tells the end, whatever it was.
  rest.append(kLongestReference, ' ');
  mend(rest, out);
}

}  // namespace dateline::readers::xml
