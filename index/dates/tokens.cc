#include "index/dates/tokens.h"

#include "index/text/eight_bytes.h"

#include <array>

namespace dateline::dates {
namespace {

enum Class : std::uint8_t { kBlank, kLetter, kDigit, kMark };

constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    const bool digit = c >= '0' && c <= '9';
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    classes[c] = letter ? kLetter : digit ? kDigit : blank ? kBlank : kMark;
  }
  return classes;
}();

// What a mark of ASCII parts that stands alone; kNone for those that take a closer
// look.
using GapOfMark = std::array<Gap, 256>;

constexpr GapOfMark gaps_of_marks(Gap usual) {
  GapOfMark gaps{};
  gaps.fill(usual);
  gaps[' '] = gaps['\n'] = gaps['\t'] = gaps['\r'] = Gap::kSpace;
  gaps[';'] = gaps['!'] = gaps['?'] = Gap::kStop;
  gaps[','] = Gap::kComma;
  gaps['\''] = Gap::kNone;
  for (std::size_t c = 0x80; c < gaps.size(); ++c) gaps[c] = Gap::kNone;
  return gaps;
}

constexpr GapOfMark kMarkAlone = [] {
  GapOfMark gaps = gaps_of_marks(Gap::kOther);
  gaps['.'] = Gap::kDot;
  gaps['-'] = Gap::kHyphen;
  gaps['/'] = Gap::kSlash;
  gaps[':'] = Gap::kColon;
  return gaps;
}();

constexpr GapOfMark kMarkAndBlank = [] {
  GapOfMark gaps = gaps_of_marks(Gap::kOther);
  gaps['.'] = Gap::kDotSpace;
  return gaps;
}();

constexpr int kMay = 5;
constexpr unsigned kGeneralPunctuation = 0xE2;  // First byte of U+2013, U+2019, ...
constexpr unsigned kLatinSigns = 0xC2;          // First byte of U+00A0 to U+00BF.

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens)
      : text_(text), lexicon_(lexicon), tokens_(tokens) {}

  void run() {
    std::size_t last = 0;
    for (;;) {
      skip_marks();
      const bool done = at_ >= text_.size();
      Token& token = tokens_.emplace_back();
      token.begin = static_cast<std::uint32_t>(at_);
      token.gap = last == 0 ? Gap::kStop : gap(last, at_);
      if (done) break;
      if (is_digit(at_))
        read_number(token);
      else
        read_word(token);
      token.end = static_cast<std::uint32_t>(at_);
      skip_possessive(token);
      last = token.end;
    }
    finish();
  }

 private:
  unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }
  bool is_digit(std::size_t at) const { return kClasses[byte(at)] == kDigit; }
  bool is_letter(std::size_t at) const {
    return at < text_.size() && kClasses[byte(at)] == kLetter && !is_sign(at);
  }
  // Whether a mark of several bytes stands there: dashes, quotes, hard blanks.
  bool is_sign(std::size_t at) const {
    if (byte(at) == kGeneralPunctuation)
      return byte(at + 1) == 0x80 || byte(at + 1) == 0x82;
    return byte(at) == kLatinSigns;
  }

  void skip_marks() {
    if (byte(at_) == ' ') ++at_;
    while (at_ < text_.size()) {
      const auto c = kClasses[byte(at_)];
      if (c == kDigit) return;
      if (c == kLetter) {
        if (!is_sign(at_)) return;
        at_ += byte(at_) == kLatinSigns ? 1 : 2;
        if (at_ < text_.size()) ++at_;
      } else {
        ++at_;
      }
    }
  }

  // A typewriter's or a printer's apostrophe at `at`: its bytes, 0 for none.
  std::size_t apostrophe(std::size_t at) const {
    if (byte(at) == '\'') return 1;
    if (byte(at) != kGeneralPunctuation) return 0;
    return text_.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
  }

  // Past the letters at `at`, eight of ASCII a step: a word's length is foretold by
  // nothing, and a branch a letter is wrong once a word.
  std::size_t letters_end(std::size_t at) const {
    const char* const end = text_.data() + text_.size();
    for (;;) {
      const auto bytes = text::load_eight(text_.data() + at, end);
      const unsigned letters = text::flagged_length(text::flag_letters(bytes));
      at += letters;
      if (letters == 8) continue;
      if (byte(at) < 0x80 || is_sign(at)) return at;
      ++at;
    }
  }

  void read_word(Token& token) {
    const std::size_t begin = at_;
    token.capital = byte(at_) >= 'A' && byte(at_) <= 'Z';
    at_ = letters_end(at_);
    token.capitals = token.capital && byte(begin + 1) >= 'A' && byte(begin + 1) <= 'Z';
    if (const std::size_t mark = apostrophe(at_); mark > 0 && is_letter(at_ + mark))
      read_contraction(token, begin, mark);
    const std::size_t size = at_ - begin;
    if (size <= Lexicon::kLongest && token.word.kind == Kind::kNone)
      token.word = lexicon_.find(text_, begin, size);
    // "they may march": names of months and days have a capital.
    const bool month = token.is(Kind::kMonth);
    if ((month || token.is(Kind::kWeekday)) && !token.capital &&
        lexicon_.is_english()) {
      const bool may = month && token.word.value == kMay;
      token.word = {may ? Kind::kFuture : Kind::kNone, 0, 0};
    }
    token.past =
        size > 3 && (byte(at_ - 1) | 0x20) == 'd' && (byte(at_ - 2) | 0x20) == 'e';
  }

  // "we'll", "o'clock"; the "'s" of "Friday's" is left.
  void read_contraction(Token& token, std::size_t begin, std::size_t mark) {
    const std::size_t letters = at_ + mark;
    std::size_t end = letters;
    while (is_letter(end)) ++end;
    const auto tail = text_.substr(letters, end - letters);
    if (tail == "s" || tail == "S") return;
    if (tail == "ll") token.word = {Kind::kFuture, 0, 0};
    if (tail == "clock" && at_ - begin == 1) token.word = {Kind::kOclock, 0, 0};
    at_ = end;
  }

  void skip_possessive(Token& token) {
    const std::size_t mark = apostrophe(at_);
    if (mark == 0) return;
    const bool s = (byte(at_ + mark) | 0x20) == 's';
    if (s && !is_letter(at_ + mark + 1)) {
      token.possessive = true;
      at_ += mark + 1;
    } else if ((token.word.flags & kPlural) != 0 && !is_letter(at_ + mark)) {
      token.possessive = true;
      at_ += mark;
    }
  }

  void read_digits(Token& token, std::uint8_t most) {
    for (; is_digit(at_); ++at_) {
      if (token.digits < most) token.number = token.number * 10 + (byte(at_) - '0');
      if (token.digits < 200) ++token.digits;
    }
  }

  bool are_digits(std::size_t at, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i)
      if (!is_digit(at + i)) return false;
    return !is_digit(at + count);
  }

  void read_number(Token& token) {
    constexpr std::uint8_t kMost = 9;
    token.word.kind = Kind::kNumber;
    read_digits(token, kMost);
    while (byte(at_) == ',' && token.digits <= 6 && are_digits(at_ + 1, 3)) {
      ++at_;
      token.grouped = true;
      read_digits(token, kMost);
    }
    const bool behind_dot = token.begin > 0 && byte(token.begin - 1) == '.';
    if (byte(at_) == '.' && is_digit(at_ + 1) && !behind_dot && !is_dotted_date())
      read_fraction(token);
    if (!token.decimal && read_plural(token)) return;
    if (!is_letter(at_)) return;
    const auto tail = text_.substr(at_, 2);
    if ((tail == "st" || tail == "nd" || tail == "rd" || tail == "th" ||
         tail == "TH") &&
        !is_letter(at_ + 2)) {
      token.ordinal = true;
      at_ += 2;
    } else {
      token.glued = !is_clock_tail();
    }
  }

  // "10am", "2023-03-02T10:00": the number ends where the letters begin.
  bool is_clock_tail() const {
    const auto c = byte(at_) | 0x20U;
    if (c == 't' && is_digit(at_ + 1)) return true;
    if (c == 'h' && is_digit(at_ + 1)) return true;
    return (c == 'a' || c == 'p') &&
           ((byte(at_ + 1) | 0x20U) == 'm' || byte(at_ + 1) == '.');
  }

  // "2.3.2023", whose dots part day, month and year.
  bool is_dotted_date() const {
    const std::size_t second = is_digit(at_ + 2) ? 2 : 1;
    return byte(at_ + 1 + second) == '.' && is_digit(at_ + 2 + second);
  }

  void read_fraction(Token& token) {
    ++at_;
    token.decimal = true;
    unsigned value = 0;
    std::size_t digits = 0;
    for (; is_digit(at_); ++at_, ++digits)
      if (digits < 2) value = value * 10 + (byte(at_) - '0');
    token.fraction = static_cast<std::uint8_t>(digits == 1 ? value * 10 : value);
    if (digits > 2) token.glued = true;
  }

  // "1970s", "1970's".
  bool read_plural(Token& token) {
    const std::size_t mark = apostrophe(at_);
    if ((byte(at_ + mark) | 0x20) != 's' || is_letter(at_ + mark + 1) ||
        token.number % 10 != 0 || (token.digits != 4 && token.digits != 2))
      return false;
    token.plural = true;
    at_ += mark + 1;
    return true;
  }

  // What the bytes [from, to) part, by the most that they hold. Most of them are a mark
  // or none, and a blank.
  Gap gap(std::size_t from, std::size_t to) const {
    const bool alone = to - from == 1;
    if (alone || (to - from == 2 && text_[from + 1] == ' ')) {
      const Gap usual = (alone ? kMarkAlone : kMarkAndBlank)[byte(from)];
      if (usual != Gap::kNone) return usual;
    }
    return look_at_gap(from, to);
  }

  Gap look_at_gap(std::size_t from, std::size_t to) const {
    std::size_t lines = 0;
    std::size_t dots = 0;
    std::size_t blanks = 0;
    std::size_t others = 0;
    Gap mark = Gap::kNone;
    // A possessive belongs to the word before.
    if (from > 0 && apostrophe(from) > 0 && from < to) from = past_possessive(from, to);
    for (std::size_t at = from; at < to; ++at) {
      switch (byte(at)) {
        case '\n':
          ++lines;
          [[fallthrough]];
        case ' ':
        case '\t':
        case '\r':
          ++blanks;
          continue;
        case '.':
          ++dots;
          continue;
        case '-':
          mark = Gap::kHyphen;
          break;
        case '/':
          mark = Gap::kSlash;
          break;
        case ':':
          mark = Gap::kColon;
          break;
        case ',':
          mark = Gap::kComma;
          break;
        case '\'':
          mark = Gap::kApostrophe;
          break;
        case ';':
        case '!':
        case '?':
          return Gap::kStop;
        case kLatinSigns:
          if (byte(at + 1) != 0xA0) return Gap::kOther;
          ++at;
          ++blanks;
          continue;
        case kGeneralPunctuation:
          if (byte(at + 2) != 0x93 && byte(at + 2) != 0x90 && byte(at + 2) != 0x91)
            mark = byte(at + 2) == 0x99 ? Gap::kApostrophe : Gap::kOther;
          else
            mark = Gap::kHyphen;
          at += 2;
          break;
        default:
          mark = Gap::kOther;
      }
      ++others;
    }
    return classify(mark, lines, dots, blanks, others);
  }

  static Gap classify(Gap mark, std::size_t lines, std::size_t dots, std::size_t blanks,
                      std::size_t others) {
    if (lines > 1) return Gap::kStop;
    if (others == 0) {
      if (dots == 0) return blanks == 0 ? Gap::kNone : Gap::kSpace;
      if (dots > 1) return Gap::kOther;
      return blanks == 0 ? Gap::kDot : Gap::kDotSpace;
    }
    if (others == 1 && mark == Gap::kComma && dots <= 1) return Gap::kComma;
    if (others > 1 || (dots > 0 && others > 0))
      return dots > 0 ? Gap::kStop : Gap::kOther;
    if (blanks > 0) return mark == Gap::kApostrophe ? mark : Gap::kOther;
    return mark;
  }

  std::size_t past_possessive(std::size_t from, std::size_t to) const {
    const std::size_t mark = apostrophe(from);
    const bool s = (byte(from + mark) | 0x20) == 's' && from + mark < to;
    return from + mark + (s ? 1 : 0);
  }

  void finish() {
    Token& end = tokens_.back();
    end.begin = end.end = static_cast<std::uint32_t>(text_.size());
    end.word.kind = Kind::kEnd;
    end.gap = Gap::kStop;
    const Token copy = end;
    for (std::size_t i = 1; i < kTail; ++i) tokens_.push_back(copy);
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace

void tokenise(std::string_view text, const Lexicon& lexicon,
              std::vector<Token>& tokens) {
  constexpr std::size_t kBytesOfToken = 5;  // Of English; with what parts them.
  tokens.reserve(tokens.size() + text.size() / kBytesOfToken + kTail);
  Tokeniser(text, lexicon, tokens).run();
}

}  // namespace dateline::dates
