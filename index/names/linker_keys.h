// What the names of an article are looked up by.

#pragma once

#include "index/names/tokens.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace dateline::names {

/// In place of a name: several have the word.
inline constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-2);

/// A key for what `key` stands for, followed by `next`.
inline std::uint64_t chain(std::uint64_t key, std::uint64_t next) {
  key = (key ^ next) * 0x9E3779B97F4A7C15u;
  return key ^ (key >> 32);
}

/// A key for the words in any writing.
template <typename Words>
std::uint64_t words_key(const Words& words) {
  std::uint64_t key = words.size();
  for (const Token& token : words) key = chain(key, token.hash);
  return key;
}

/// Puts `entity` under `word`; a second one makes the word ambiguous.
inline void put_unique(std::unordered_map<std::uint32_t, std::size_t>& map,
                       std::uint32_t word, std::size_t entity) {
  const auto [place, fresh] = map.emplace(word, entity);
  if (!fresh && place->second != entity) place->second = kAmbiguous;
}

}  // namespace dateline::names
