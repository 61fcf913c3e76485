// Cuts a text into the light tokens that names are made of: words and numbers with
// their place, shape and the way they hang on to the word before.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::names {

class Lexicon;

/// How a token is written.
enum class Shape : std::uint8_t {
  kLower,    ///< "minister"
  kCapital,  ///< "Minister", "McCain"
  kAllCaps,  ///< "NATO", "U.S.", "G20": two or more letters, none lower
  kInitial,  ///< "J": one capital letter
  kNumber,   ///< "20"
};

/// What stands between a token and the one before.
enum class Glue : std::uint8_t {
  kSpace,      ///< Only blanks, or the dot of an abbreviation and blanks.
  kHyphen,     ///< Only a hyphen.
  kAmpersand,  ///< "&", with or without blanks.
  kComma,      ///< A comma and blanks.
  kOpen,       ///< An opening bracket.
  kBreak,      ///< Anything else.
};

/// The signs between a token and the one before; a set of them is an `or`.
enum GapSign : std::uint16_t {
  kGapComma = 1u << 0,
  kGapStop = 1u << 1,       ///< . ! ? that end a sentence.
  kGapDot = 1u << 2,        ///< . ! ? that end none: of an abbreviation, in a number.
  kGapColon = 1u << 3,      ///< Or a semicolon.
  kGapOpen = 1u << 4,       ///< An opening bracket.
  kGapClose = 1u << 5,      ///< A closing one.
  kGapOpenQuote = 1u << 6,  ///< A quotation mark before the token, or one like \".
  kGapCloseQuote = 1u << 7,
  kGapApostrophe = 1u << 8,
  kGapHyphen = 1u << 9,  ///< Without blanks: "al-Assad".
  kGapDash = 1u << 10,
  kGapSlash = 1u << 11,
  kGapAmpersand = 1u << 12,
  kGapSymbol = 1u << 13,  ///< Any other: "$", "%".
  kGapBlank = 1u << 14,
  kGapLine = 1u << 15,  ///< The end of a line that is a paragraph or a sentence.
};

/// A word or number of a text.
struct Token {
  std::uint32_t begin = 0;  ///< Bytes [begin, end), a possessive ending left out.
  std::uint32_t end = 0;
  std::uint32_t hash = 0;   ///< Of its bytes in ASCII lower case.
  std::uint32_t word = 0;   ///< `entry`, but 0 of words in lower case.
  std::uint32_t entry = 0;  ///< Its word in the Lexicon; 0: it is not there.
  Shape shape = Shape::kLower;
  Glue glue = Glue::kBreak;
  bool sentence_start = false;   ///< First of a sentence, a line or a quotation.
  bool possessive = false;       ///< "'s" follows.
  std::uint16_t gap = 0;         ///< GapSigns between it and the token before.
  bool has_capital : 1 = false;  ///< Anywhere: also "iPhone".
  bool has_digit : 1 = false;
  bool is_plain : 1 = false;  ///< Nothing but ASCII letters and digits.

  bool is_capital() const {
    return shape >= Shape::kCapital && shape <= Shape::kInitial;
  }
};

/// The hash of Token.
std::uint32_t word_hash(std::string_view word);

/// What is known of a text's lines.
struct TokenizeOptions {
  /// Every line is one sentence, and no sentence ends inside a line.
  bool lines_are_sentences = false;
};

/// Cuts `text`, which must be below 4 GiB, and looks the words up in `lexicon`. Bytes
/// that are not UTF-8 are letters. Linear time.
std::vector<Token> tokenize(std::string_view text, const Lexicon& lexicon,
                            const TokenizeOptions& options = {});

}  // namespace dateline::names
