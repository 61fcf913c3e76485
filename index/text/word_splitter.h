// Where words begin and end: Unicode's letters, and what news does with points, commas
// and apostrophes.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "index/text/char_class.h"

namespace dateline::text {

/// One word of a text.
struct WordSpan {
  const char* begin = nullptr;
  const char* end = nullptr;   ///< Without a possessive ending.
  const char* next = nullptr;  ///< Where to read on: behind the possessive.
  bool acronym = false;        ///< U.S.: its points are no part of the word.
};

/// Finds the words of texts in one language. Holds no text; may be shared.
class WordSplitter {
 public:
  /// `language`: a Snowball name. French, Italian and Catalan part l'État in two words,
  /// Turkish drops what stands behind an apostrophe.
  explicit WordSplitter(std::string_view language);

  /// The first place at or after `at` where a word begins; `end` when there is none.
  const char* find_word(const char* at, const char* end) const;

  /// The word that begins at `at`. The text is [text, end).
  WordSpan read_word(const char* text, const char* at, const char* end) const;

  /// True when the ASCII letters and digits in [begin, at) are a whole word, and need
  /// no read_word(): nothing at `at` goes on. `bits`: those of all its bytes.
  bool ends_plainly(const char* begin, const char* at, const char* end,
                    std::uint8_t bits) const;

  /// The bytes of the hyphen or & at `at` when it ties the word before it to a word
  /// right behind it; else 0.
  std::uint32_t link_length(const char* at, const char* end) const;

 private:
  bool elides(const char* begin, const char* apostrophe) const;
  bool read_apostrophe(WordSpan& word, CharClass before, const char*& at,
                       const char* end) const;
  bool read_possessive(WordSpan& word, const char* at, const char* end) const;

  std::span<const std::string_view> elisions_;
  bool drops_suffix_ = false;
};

}  // namespace dateline::text
