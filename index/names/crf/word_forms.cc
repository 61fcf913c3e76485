#include "index/names/crf/word_forms.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

namespace dateline::names::crf {
namespace {

// Up to four bytes as one number.
constexpr std::uint32_t packed(std::string_view word) {
  std::uint32_t bytes = 0;
  for (const char c : word) bytes = bytes << 8 | static_cast<unsigned char>(c);
  return bytes;
}

constexpr auto kBridges = [] {
  constexpr std::string_view kWords[] = {
      "of", "the", "for", "and", "de",  "la", "le", "van",  "von", "der", "den", "bin",
      "al", "el",  "da",  "do",  "dos", "di", "du", "del",  "y",   "e",   "ibn", "on",
      "in", "at",  "to",  "a",   "s",   "st", "ul", "bint", "des", "las", "los", "ten"};
  std::array<std::uint32_t, std::size(kWords)> bridges{};
  for (std::size_t i = 0; i < bridges.size(); ++i) bridges[i] = packed(kWords[i]);
  return bridges;
}();

}  // namespace

// All are looked at: which one it is nothing foretells.
bool is_bridge(std::string_view word) {
  if (word.size() > 4 || word.empty() || word[0] == '\0') return false;
  const std::uint32_t own = packed(word);
  bool found = false;
  for (const std::uint32_t bridge : kBridges) found |= bridge == own;
  return found;
}

// Eight bytes a step.
std::uint32_t exact_hash(std::string_view word) {
  std::uint64_t hash = word.size();
  while (!word.empty()) {
    std::uint64_t bytes = 0;
    const std::size_t count = std::min<std::size_t>(word.size(), sizeof bytes);
    std::memcpy(&bytes, word.data(), count);
    hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    word.remove_prefix(count);
  }
  return static_cast<std::uint32_t>(hash);
}

namespace {

constexpr auto kShapeKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (unsigned byte = 0; byte < kinds.size(); ++byte) {
    unsigned kind = 6;
    if (byte >= 'A' && byte <= 'Z')
      kind = 1;
    else if (byte >= 'a' && byte <= 'z')
      kind = 2;
    else if (byte >= '0' && byte <= '9')
      kind = 3;
    else if (byte >= 0x80)
      kind = 4;
    else if (byte == '.')
      kind = 5;
    kinds[byte] = static_cast<std::uint8_t>(kind);
  }
  return kinds;
}();

}  // namespace

std::uint32_t shape_of(std::string_view word) {
  constexpr std::size_t kLongest = 9;
  std::uint32_t shape = 0;
  std::size_t length = 0;
  unsigned before = 0;
  unsigned before_that = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned kind = kShapeKinds[byte];
    const bool goes_on = (kind == before) & (kind == before_that);
    before_that = before;
    before = kind;
    shape = goes_on ? shape : (shape << 3) | kind;
    length += !goes_on;
    if (length == kLongest) break;
  }
  return shape;
}

std::uint32_t bytes_at(std::string_view word, std::size_t at, std::size_t count) {
  std::uint32_t bytes = 0;
  for (std::size_t i = 0; i < count; ++i)
    bytes = (bytes << 8) | (static_cast<unsigned char>(word[at + i]) | 0x20u);
  return bytes;
}

}  // namespace dateline::names::crf
