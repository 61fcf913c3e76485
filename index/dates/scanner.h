// Words and numbers of a text with what stands before them, a few at a time.

#pragma once

#include "index/dates/date_words.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace dateline::dates {

/// What stands between a piece and the one before.
enum class Gap {
  kNone,    ///< Nothing.
  kSpace,   ///< Blanks, or the dot of a short word and blanks.
  kHyphen,  ///< A hyphen or dash.
  kSlash,
  kDot,    ///< A dot without blanks.
  kColon,  ///< A colon without blanks.
  kComma,
  kPercent,
  kOther,
};

/// A word or a number.
struct Piece {
  enum Kind { kEnd, kWord, kNumber };

  Kind kind = kEnd;
  std::size_t begin = 0;
  std::size_t end = 0;
  Gap gap = Gap::kOther;
  bool capital = false;      ///< Words: begins with a capital.
  bool plural_word = false;  ///< Words: ends in "s".
  bool dot = false;          ///< A dot follows.
  bool possessive = false;   ///< "'s" follows.
  int digits = 0;            ///< Numbers: how many, 0 for words and long numbers.
  int value = 0;
  bool part_of_number = false;  ///< "2" of "2,000", "1.5", "$2".
  bool plural = false;          ///< "1970s"
  bool apostrophe = false;      ///< "'70s"
  bool money = false;           ///< "$2000"
  bool bracketed = false;       ///< "(1999)"
};

/// Reads pieces on demand, and keeps a few of them.
class Scanner {
 public:
  static constexpr std::size_t kAhead = 8;

  explicit Scanner(std::string_view text) : text_(text) {}

  /// The piece `ahead` of the present one, below kAhead; kEnd past the last.
  const Piece& piece(std::size_t ahead = 0);
  /// What it means for dates.
  const DateWord& word(std::size_t ahead = 0);
  /// Whether the piece is this word.
  bool is(std::size_t ahead, std::string_view word);
  /// Whether the piece before the present one is this word.
  bool was(std::string_view word) const {
    return text_.substr(last_begin_, last_end_ - last_begin_) == word;
  }
  /// Whether the present piece is a word of three letters or fewer with a dot.
  bool is_abbreviation() { return piece().dot && piece().end - piece().begin <= 3; }
  /// Whether a full stop, bracket or the end of the text follows the present piece.
  bool ends_sentence();

  void advance();

 private:
  struct Slot {
    Piece piece;
    DateWord word;
  };

  Slot read();
  Gap read_gap();
  void skip_gap();
  bool is_wide_blank() const;
  bool is_currency_before(std::size_t byte) const;
  void read_number(Piece& piece);
  void read_word(Piece& piece);
  char at(std::size_t byte) const { return byte < text_.size() ? text_[byte] : '\0'; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t last_begin_ = 0;
  std::size_t last_end_ = 0;
  std::array<Slot, kAhead> slots_;
  std::size_t head_ = 0;
  std::size_t count_ = 0;
  bool short_word_ = false;  // The last word read is short enough for a dot.
};

}  // namespace dateline::dates
