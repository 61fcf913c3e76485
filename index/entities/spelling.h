// What two spellings of one word have in common.
//
// Names travel between alphabets by many conventions: Zelensky, Zelenskyy, Zelenskiy.
// A spelling key writes each sound in one way, after the rules by which the European
// Media Monitor brings name variants together (Pouliquen et al., "Multilingual and
// cross-lingual news topic tracking", COLING 2004), with rules of our own. A skeleton
// is the key without the vowels, for finding candidates.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::entities {

/// The key of one folded word: "zelenskyy" -> "zelenski", "schwarz" -> "svarz".
/// Characters outside a-z are kept. Time is linear.
std::string spelling_key(std::string_view word);

/// The first letter of a key, and the rest of it without vowels and h.
std::string skeleton(std::string_view key);

/// The class of the letter with which names of one key or another begin: k for c, q and
/// g, i for e, y and j, z for s, else the letter. 0 for an empty key.
char initial_class(std::string_view key);

/// The bytes of a word as a set, or nearly: bytes 64 apart are taken for one.
constexpr std::uint64_t letter_set(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char letter : word)
    letters |= std::uint64_t{1} << (static_cast<unsigned char>(letter) % 64);
  return letters;
}

/// Whether more than `limit` edits part all words of these sets of letters: each edit
/// takes away one letter at most, and puts in one.
bool need_more_edits_than(std::size_t limit, std::uint64_t letters_a,
                          std::uint64_t letters_b);

/// The optimal string alignment distance of two words, counted up to `limit` + 1:
/// letters put in, left out, changed, and neighbours exchanged. Words of more than 64
/// bytes that differ are beyond any limit.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace dateline::entities
