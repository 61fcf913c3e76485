// Folding: what two spellings of a word must have in common to be the same word.
//
//   Latin, Greek    all accents off, ß -> ss, æ -> ae, œ -> oe, ø -> o, ł -> l,
//                   đ and ð -> d, þ -> th, ħ -> h, ŧ -> t, ŋ -> n, ı and İ -> i
//   Cyrillic        ё -> е and stress marks off; й, ў and ї stay, as they are letters
//   of
//                   their own to those who type them
//   Arabic, Hebrew  vowel marks and tatweel off; the alefs are one alef; the hamza
//   stays
//                   on waw and yeh
//   digits          of all scripts become 0 to 9
//   other scripts   their marks are vowels, and stay

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// Folds single words. Keeps its buffers: one object belongs to one thread at a time.
class WordFolder {
 public:
  /// The folded form of `word`, valid characters without signs. Empty when nothing but
  /// marks is left.
  void fold(std::u32string_view word, std::string& out);

  /// `word` in lower case (NFKC) with its accents, as Snowball's stemmers want it; only
  /// ё is е already, as most Russian is printed.
  void lower(std::u32string_view word, std::string& out);

 private:
  void fold_any(std::u32string_view word, std::string& out);
  void lower_any(std::u32string_view word, std::string& out);

  struct Tables;
  static const Tables& tables();

  std::vector<std::int32_t> decomposed_;
  std::vector<std::int32_t> kept_;
};

}  // namespace dateline::text
