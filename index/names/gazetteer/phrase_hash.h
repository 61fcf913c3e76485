// How the words of a name become the key of the gazetteer's table. The compiler of the
// table and its readers share this.

#pragma once

#include "index/names/tokens.h"

#include <cstdint>

namespace dateline::names {

/// The key of a sequence of words, built up word by word.
///
/// Letters are compared without their case, but a word in lower case is another word
/// than one with a capital ("the Sun", "the sun"), and a short form in capitals alone
/// is another one than a word ("IT", "It").
class PhraseHash {
 public:
  /// The key of one word, written as names are: "Reading", and "READING" in capitals.
  static std::uint64_t word(const Token& token) { return mix(kSeed ^ token.hash); }

  /// The key of one word all in capitals, as short forms are: "WHO".
  static std::uint64_t acronym(const Token& token) {
    return mix(kAcronymSeed ^ token.hash);
  }

  /// The key of a phrase and the `next` word, which comes after `last`. A possessive
  /// ending inside a phrase counts: "Lloyd's of London".
  static std::uint64_t append(std::uint64_t phrase, const Token& last,
                              const Token& next) {
    const std::uint64_t lower = next.shape == Shape::kLower ? 1u : 0u;
    const std::uint64_t possessive = last.possessive ? 2u : 0u;
    return mix(phrase + next.hash + ((lower | possessive) << 32));
  }

 private:
  static constexpr std::uint64_t kSeed = 0x8AE16A3B2F90404Fu;
  static constexpr std::uint64_t kAcronymSeed = 0xC949D7C7509E6557u;

  // The finaliser of MurmurHash3: every bit of the result depends on every bit.
  static constexpr std::uint64_t mix(std::uint64_t key) {
    key = (key ^ (key >> 33)) * 0xFF51AFD7ED558CCDu;
    key = (key ^ (key >> 33)) * 0xC4CEB9FE1A85EC53u;
    return key ^ (key >> 33);
  }
};

/// Whether a name may go on from `last` to `next`: no comma or bracket between them.
inline bool continues_name(const Token& next) { return next.glue <= Glue::kAmpersand; }

/// Words in a name at most; longer ones are not looked for.
inline constexpr std::size_t kLongestPhrase = 6;

}  // namespace dateline::names
