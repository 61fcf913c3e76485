// The keys of a glass database's tables; see format.md.

#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/byte_codec.h"

namespace dateline::glass {

/// Appends `value` so that the bytes order like the numbers. The first byte is never
/// 0xFF. Values below 0x8000 take two bytes; above, as many ones lead the first byte as
/// bytes follow the first two.
inline void append_ordered(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value));
    return;
  }
  const unsigned bits = static_cast<unsigned>(std::bit_width(value));
  const unsigned size = (bits + 5) / 7;
  const unsigned ones = (0xFFU << (10 - size)) & 0xFFU;
  const unsigned high_shift = 8 * (size - 1);
  const unsigned high = high_shift < 32 ? value >> high_shift : 0;
  out.push_back(static_cast<char>(ones | high));
  for (unsigned shift = high_shift; shift != 0; shift -= 8) {
    out.push_back(static_cast<char>(value >> (shift - 8)));
  }
}

/// Appends `term` with 0xFF behind each NUL. What follows in the key must order below
/// that: end_term() does, and so does nothing at all.
inline void append_term(std::string& out, std::string_view term) {
  for (std::size_t nul = term.find('\0'); nul != term.npos; nul = term.find('\0')) {
    out.append(term.substr(0, nul + 1));
    out.push_back('\xFF');
    term.remove_prefix(nul + 1);
  }
  out.append(term);
}

inline void end_term(std::string& out) { out.push_back('\0'); }

/// What the keys of entries that belong to no term begin with, in the postlist table:
/// they order below each term's.
inline constexpr std::string_view kMetadataPrefix{"\0\xC0", 2};
inline constexpr std::string_view kValueStatisticsPrefix{"\0\xD0", 2};
inline constexpr std::string_view kValueChunkPrefix{"\0\xD8", 2};
inline constexpr std::string_view kDocumentLengthPrefix{"\0\xE0", 2};

inline std::string metadata_key(std::string_view name) {
  std::string key(kMetadataPrefix);
  key.append(name);
  return key;
}

/// The slot's bytes, lowest first, as many as it has.
inline std::string value_statistics_key(std::uint32_t slot) {
  std::string key(kValueStatisticsPrefix);
  for (; slot != 0; slot >>= 8) key.push_back(static_cast<char>(slot));
  return key;
}

inline std::string value_chunk_key(std::uint32_t slot, std::uint32_t first_document) {
  std::string key(kValueChunkPrefix);
  append_varint(key, slot);
  append_ordered(key, first_document);
  return key;
}

}  // namespace dateline::glass
