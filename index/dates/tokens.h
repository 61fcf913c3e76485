// A text as words and numbers, with what they mean for dates and what parts them.

#pragma once

#include "index/dates/lexicon.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::dates {

/// What stands between a token and the one before, in order of how far it parts them.
enum class Gap : std::uint8_t {
  kNone,    ///< Nothing.
  kSpace,   ///< Blanks, at most one end of line among them.
  kHyphen,  ///< A hyphen or an en dash.
  kApostrophe,
  kSlash,
  kDot,       ///< A dot without blanks.
  kColon,     ///< A colon without blanks.
  kComma,     ///< A comma and blanks.
  kDotSpace,  ///< A dot and blanks: an abbreviation, or the end of a sentence.
  kOther,     ///< Brackets, quotes, dashes.
  kStop,      ///< The end of a sentence or of a paragraph.
};

struct Token {
  std::uint32_t begin = 0;  ///< Bytes [begin, end) of the block.
  std::uint32_t end = 0;
  std::int32_t number = 0;  ///< Numbers; at most nine digits.
  Word word;
  Gap gap = Gap::kStop;
  std::uint8_t digits = 0;    ///< Of a number, before the dot.
  std::uint8_t fraction = 0;  ///< Two digits behind the dot of a number.
  bool capital : 1 = false;
  bool capitals : 1 = false;    ///< The first two letters are capitals.
  bool possessive : 1 = false;  ///< "'s" follows.
  bool past : 1 = false;        ///< Ends in "ed".
  bool ordinal : 1 = false;     ///< "2nd"
  bool plural : 1 = false;      ///< "1970s"
  bool grouped : 1 = false;     ///< "2,000"
  bool decimal : 1 = false;     ///< "8.28"
  bool glued : 1 = false;       ///< Letters follow: "747B".

  bool is(Kind kind) const { return word.kind == kind; }
  bool is_plain_number() const {
    return is(Kind::kNumber) && !grouped && !decimal && !glued && digits <= 9;
  }
};

/// Appends the tokens of `text` to `tokens`, then kTail of Kind::kEnd, so that a rule
/// may look that far past the last.
inline constexpr std::size_t kTail = 8;
void tokenise(std::string_view text, const Lexicon& lexicon,
              std::vector<Token>& tokens);

}  // namespace dateline::dates
