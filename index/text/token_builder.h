// From words to tokens: positions, stems, capitals, and the joined forms of compounds
// (face-to-face, G-20) and of designations written apart (G 20).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"
#include "index/text/byte_arena.h"
#include "index/text/char_class.h"
#include "index/text/stemmer.h"

namespace dateline::text {

/// Words, joined forms and stems are cut to this, on a character border: long enough
/// for any word, short enough for a Xapian term with its prefix.
inline constexpr std::size_t kMaxWordBytes = 200;

/// One word as it was read.
struct ReadWord {
  std::string_view folded;  ///< In the arena; never empty, at most kMaxWordBytes.
  std::string_view lower;  ///< Lower case with accents; empty: too long to have a stem.
  std::string_view written;  ///< Without points and apostrophes; asked for only when
                             ///< no letter is lower-case or caseless.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t bits = 0;  ///< kByteLower, …: those of its characters.
  bool linked = false;    ///< A hyphen or & ties the next word to it.
};

/// Makes the tokens of one text after another. One object belongs to one thread at a
/// time.
class TokenBuilder {
 public:
  explicit TokenBuilder(std::string_view language) : stemmer_(language) {}

  /// Forgets the tokens made so far; `text` is the next one.
  void begin(std::string_view text, const AnalyzeOptions& options);

  void add(const ReadWord& word) {
    if (word.bits == kByteDigit && is_designation(word)) add_designation(word);
    tokens_.push_back({.word = word.folded,
                       .stem = stem_form(word.lower, word.bits),
                       .capitals = capitals_of(word),
                       .begin = word.begin,
                       .end = word.end,
                       .position = position_,
                       .joined = false,
                       .parts = 1});
    ++position_;
    in_compound_ = word.linked || last_.linked;
    if (in_compound_) add_part(word);
    last_ = word;
  }

  /// The word that would have come next is none: what was linked to it is not.
  void skip() {
    last_ = ReadWord();
    in_compound_ = false;
    parts_ = 0;
  }

  /// The tokens of the text, which is at its end.
  std::span<const Token> finish();

  ByteArena& arena() { return arena_; }
  const Stemmer& stemmer() const { return stemmer_; }

 private:
  static constexpr std::size_t kMaxParts = 8;
  // What one huge text took is given back before the next one.
  static constexpr std::size_t kMaxKeptTokens = std::size_t{1} << 18;

  // What stands in a token's `stem` until the end of the text: what is to be stemmed.
  static std::string_view stem_form(std::string_view lower, std::uint8_t bits) {
    return (bits & kByteDigit) != 0 ? std::string_view() : lower;
  }

  std::string_view capitals_of(const ReadWord& word) {
    if ((word.bits & kByteLetter) != kByteUpper || !options_.capitals) return {};
    return long_capitals(word.written);
  }

  std::string_view long_capitals(std::string_view written);
  bool is_designation(const ReadWord& number) const;
  void add_designation(const ReadWord& number);
  void add_part(const ReadWord& word);
  void add_joined(std::span<const ReadWord> parts, std::size_t index,
                  std::uint32_t position);

  std::string_view text_;
  AnalyzeOptions options_;
  std::vector<Token> tokens_;
  std::vector<std::string_view*> to_stem_;  // Of tokens_.
  std::uint32_t position_ = 0;
  ByteArena arena_;
  Stemmer stemmer_;

  ReadWord last_;
  bool in_compound_ = false;  // last_ is part of one.
  std::array<ReadWord, kMaxParts> part_;
  std::size_t parts_ = 0;  // Of the compound being read; also more than kMaxParts.
  std::size_t first_token_ = 0;  // Of that compound.
  std::string joined_word_;
  std::string joined_lower_;
  std::string joined_written_;
};

}  // namespace dateline::text
