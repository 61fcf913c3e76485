// What a line looks like, whatever it says.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::regions {

enum class LineStart : std::uint8_t {
  kCapital,   ///< "The"
  kCapitals,  ///< "ZAMBIA"
  kSmall,     ///< "the"
  kNumber,    ///< "12 points"
  kMarked,    ///< "3. ", "[3] ", "3) "
  kTime,      ///< "09:12", "16.10"
  kBullet,    ///< "-", "*", "•"
  kQuote,
  kBracket,
  kOther,
};
inline constexpr int kLineStarts = 10;

enum class LineEnd : std::uint8_t {
  kNone,  ///< A letter or another sign.
  kNumber,
  kStop,
  kQuestion,  ///< Or an exclamation mark.
  kColon,
  kComma,  ///< Or a semicolon.
  kBracket,
  kQuote,
};
inline constexpr int kLineEnds = 8;

/// Marks that a line has. A set of marks is an `or` of these.
enum LineMark : std::uint32_t {
  kUrl = 1u << 0,
  kEmail = 1u << 1,
  kCopyright = 1u << 2,
  kMoney = 1u << 3,
  kScore = 1u << 4,        ///< "3-1", "6-4 7-5"
  kClock = 1u << 5,        ///< "23:04"
  kYear = 1u << 6,         ///< "2016"
  kQuoted = 1u << 7,       ///< Has a quotation mark.
  kBrackets = 1u << 8,     ///< "(", ")"
  kSentences = 1u << 9,    ///< A sentence ends inside: ". The"
  kEarlyColon = 1u << 10,  ///< A colon behind at most four words.
  kEarlyDash = 1u << 11,   ///< " - " or a long dash, likewise.
  kInAtFrom = 1u << 12,    ///< " in Lagos", " at Old Trafford" after capitals.
  kOneComma = 1u << 13,
  kManyCommas = 1u << 14,
  kSlash = 1u << 15,
  kSaid = 1u << 16,  ///< "said", "says", "told"
};
inline constexpr int kLineMarks = 17;

/// Counts of a line's first bytes, which tell enough of a long one.
struct LineShape {
  std::size_t bytes = 0;
  unsigned words = 0;
  unsigned stop_words = 0;   ///< "the", "of", "was" …
  unsigned capitalised = 0;  ///< Words with a capital first.
  unsigned capitals = 0;     ///< Words of capitals.
  unsigned numbers = 0;      ///< Words with a digit first.
  unsigned small = 0;        ///< Small words that are not in names: not "in", "van".
  unsigned separators = 0;   ///< " · ", " | ", " > ", " - ", " / ".
  std::uint32_t marks = 0;
  LineStart start = LineStart::kOther;
  LineEnd end = LineEnd::kNone;

  /// Whether it is a sentence or more of running text.
  bool is_prose() const;
};

/// `line` is trimmed and not empty.
LineShape shape_of(std::string_view line);

}  // namespace dateline::regions
