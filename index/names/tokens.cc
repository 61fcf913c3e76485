#include "index/names/tokens.h"

#include "index/names/lexicon.h"
#include "index/text/eight_bytes.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::names {
namespace {

using Byte = unsigned char;

constexpr std::size_t kWrappedLine = 100;  // Longer lines are paragraphs.
constexpr std::size_t kShortLine = 40;     // In wrapped text, shorter ones end one.

// What an ASCII byte is inside a word: a set of these; 0 for all others.
enum ByteClass : std::uint8_t { kLetterByte = 1, kUpperByte = 2, kDigitByte = 4 };

constexpr std::array<std::uint8_t, 256> kByteClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = kLetterByte;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = kLetterByte | kUpperByte;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigitByte;
  return classes;
}();

// FNV-1a of the bytes in ASCII lower case, byte after byte.
class WordHash {
 public:
  void add(Byte byte) {
    static_assert(kUpperByte << 4 == ('a' ^ 'A'));
    const unsigned lower = byte | ((kByteClasses[byte] & unsigned{kUpperByte}) << 4);
    hash_ = (hash_ ^ lower) * kPrime;
  }
  // The first `count` of eight bytes in lower case, zeros behind them; without a branch
  // on how many: a zero only multiplies, which the inverse undoes.
  void add_eight(std::uint64_t lower, unsigned count) {
    for (unsigned i = 0; i < 8; ++i)
      hash_ = (hash_ ^ (static_cast<std::uint32_t>(lower >> (8 * i)) & 0xFF)) * kPrime;
    hash_ *= kUndo[count];
  }
  std::uint32_t value() const { return hash_ ^ (hash_ >> 15); }

 private:
  static constexpr std::uint32_t kPrime = 16777619u;
  static constexpr std::uint32_t kInverse = 0x359C449Bu;
  static_assert(kPrime * kInverse == 1);

  // By the number of bytes: the inverse to the power of those that eight lack.
  static constexpr std::array<std::uint32_t, 9> kUndo = [] {
    std::array<std::uint32_t, 9> undo{};
    undo[8] = 1;
    for (std::size_t count = 8; count-- > 0;) undo[count] = undo[count + 1] * kInverse;
    return undo;
  }();

  std::uint32_t hash_ = 2166136261u;
};

// What is known of a word while it is read.
struct WordShape {
  unsigned letters = 0;
  unsigned capitals = 0;
  bool first_capital = false;
  bool has_digit = false;

  // Looked up: nothing foretells how the next word is written.
  Shape shape() const {
    const unsigned index = unsigned{letters != 0} << 3 | unsigned{first_capital} << 2 |
                           unsigned{capitals < letters} << 1 | unsigned{letters == 1};
    return kShapes[index];
  }

  static constexpr auto kShapes = [] {
    std::array<Shape, 16> shapes{};
    for (unsigned index = 0; index < shapes.size(); ++index) {
      Shape& shape = shapes[index];
      shape = (index & 1) != 0 ? Shape::kInitial : Shape::kAllCaps;
      if ((index & 2) != 0) shape = Shape::kCapital;
      if ((index & 4) == 0) shape = Shape::kLower;
      if ((index & 8) == 0) shape = Shape::kNumber;
    }
    return shapes;
  }();
};

bool is_word_byte(Byte c) { return kByteClasses[c] != 0; }
bool is_ascii_letter(Byte c) { return (kByteClasses[c] & kLetterByte) != 0; }
bool is_upper(Byte c) { return (kByteClasses[c] & kUpperByte) != 0; }

// The punctuation of UTF-8 that news uses; everything else above ASCII is a letter.
enum class Mark {
  kLetter,
  kSpace,
  kApostrophe,
  kOpenQuote,
  kCloseQuote,
  kDash,
  kOther
};

struct Sign {
  Mark mark = Mark::kLetter;
  std::size_t length = 1;
};

Sign sign_of_general_punctuation(Byte third) {
  if (third <= 0x8F) return {Mark::kSpace, 3};  // Spaces and invisible marks.
  if (third <= 0x95) return {Mark::kDash, 3};
  if (third == 0x99) return {Mark::kApostrophe, 3};
  if (third == 0x98 || third == 0x9C || third == 0x9E) return {Mark::kOpenQuote, 3};
  if (third == 0x9D) return {Mark::kCloseQuote, 3};
  return {Mark::kOther, 3};
}

// The sign at `at`, a byte above ASCII.
Sign sign_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<Byte>(text[at + i]); };
  const std::size_t left = text.size() - at;
  if (byte(0) == 0xE2 && left >= 3 && byte(1) == 0x80)
    return sign_of_general_punctuation(byte(2));
  if (byte(0) == 0xC2 && left >= 2 && byte(1) >= 0x80 && byte(1) <= 0xBF) {
    if (byte(1) == 0xA0 || byte(1) == 0xAD) return {Mark::kSpace, 2};
    if (byte(1) == 0xAB) return {Mark::kOpenQuote, 2};
    return {byte(1) == 0xBB ? Mark::kCloseQuote : Mark::kOther, 2};
  }
  return {};
}

// Whether the two-byte letter is a capital of Latin, Greek or Cyrillic.
bool is_wide_upper(Byte first, Byte second) {
  const unsigned code = ((first & 0x1Fu) << 6) | (second & 0x3Fu);
  if (code >= 0xC0 && code <= 0xDE) return code != 0xD7;
  if (code >= 0x100 && code <= 0x137) return code % 2 == 0;
  if (code >= 0x139 && code <= 0x148) return code % 2 == 1;
  if (code >= 0x14A && code <= 0x177) return code % 2 == 0;
  if (code >= 0x178 && code <= 0x17D) return code % 2 == 1 || code == 0x178;
  if (code >= 0x391 && code <= 0x3A9) return true;
  return code >= 0x400 && code <= 0x42F;
}

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  std::size_t line = 0;
  while (line < text.size()) {
    const auto end = std::min(text.find('\n', line), text.size());
    longest = std::max(longest, end - line);
    line = end + 1;
  }
  return longest;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Lexicon& lexicon,
            const TokenizeOptions& options)
      : text_(text),
        lexicon_(lexicon),
        lines_are_sentences_(options.lines_are_sentences),
        wrapped_(!lines_are_sentences_ && longest_line(text) <= kWrappedLine) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 5 + 1);
    while (at_ < text_.size()) {
      if (starts_word()) {
        read_word();
      } else {
        read_gap();
      }
    }
    lexicon_.look_up(text_, tokens_);
    return std::move(tokens_);
  }

 private:
  std::string_view word(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  Byte peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? static_cast<Byte>(text_[at_ + ahead]) : Byte{0};
  }

  bool starts_word() const {
    const Byte c = peek();
    if (c < 0x80) return is_word_byte(c);
    return sign_at(text_, at_).mark == Mark::kLetter;
  }

  // The length of an apostrophe at `at`, else 0.
  std::size_t apostrophe(std::size_t at) const {
    if (at >= text_.size()) return 0;
    if (text_[at] == '\'') return 1;
    if (static_cast<Byte>(text_[at]) < 0x80) return 0;
    const Sign sign = sign_at(text_, at);
    return sign.mark == Mark::kApostrophe ? sign.length : 0;
  }

  bool is_letter_at(std::size_t at) const {
    if (at >= text_.size()) return false;
    const Byte c = static_cast<Byte>(text_[at]);
    return c < 0x80 ? is_ascii_letter(c) : sign_at(text_, at).mark == Mark::kLetter;
  }

  // Reads "U.S.", "J.P."; false where there is no such thing.
  bool read_dotted() {
    std::size_t end = at_;
    std::size_t letters = 0;
    while (end + 1 < text_.size() && is_upper(static_cast<Byte>(text_[end])) &&
           text_[end + 1] == '.') {
      end += 2;
      ++letters;
    }
    if (letters < 2) return false;
    // "U.S" without its last dot, and "J.P.Morgan".
    if (end < text_.size() && is_upper(static_cast<Byte>(text_[end])) &&
        !is_letter_at(end + 1))
      ++end;
    const std::uint32_t hash = word_hash(text_.substr(at_, end - at_));
    push(at_, end, Shape::kAllCaps, hash).has_capital = true;
    at_ = end;
    return true;
  }

  void read_word() {
    if (peek(1) == '.' && is_upper(peek()) && read_dotted()) return;
    const std::size_t begin = at_;
    WordShape shape;
    WordHash hash;
    bool plain = true;
    shape.first_capital = is_upper(peek());
    read_ascii(shape, hash);
    // Most words end here: all of ASCII letters and digits.
    for (std::size_t from = at_; read_other(begin, shape); from = at_) {
      plain = false;
      for (; from < at_; ++from) hash.add(static_cast<Byte>(text_[from]));
      read_ascii(shape, hash);
    }
    Token& token = push(begin, at_, shape.shape(), hash.value());
    token.has_capital = shape.capitals != 0;
    token.has_digit = shape.has_digit;
    token.is_plain = plain;
    read_possessive();
  }

  // Eight bytes a step: how long a word is nothing foretells.
  void read_ascii(WordShape& shape, WordHash& hash) {
    const char* const end = text_.data() + text_.size();
    unsigned count = 0;
    do {
      const std::uint64_t bytes = text::load_eight(text_.data() + at_, end);
      const std::uint64_t all_letters = text::flag_letters(bytes);
      count = text::flagged_length(all_letters | text::flag_digits(bytes));
      const std::uint64_t letters = text::keep_first(all_letters, count);
      const std::uint64_t capitals = text::capitals_among(letters, bytes);
      const unsigned letter_count = text::count_flags(letters);
      shape.letters += letter_count;
      shape.capitals += text::count_flags(capitals);
      shape.has_digit |= letter_count != count;
      hash.add_eight(text::with_lower_case(text::keep_first(bytes, count), capitals),
                     count);
      at_ += count;
    } while (count == 8);
  }

  // Steps over an apostrophe or a letter beyond ASCII; false at the end of the word.
  bool read_other(std::size_t begin, WordShape& shape) {
    const Byte c = peek();
    if (c < 0x80 || sign_at(text_, at_).mark != Mark::kLetter)
      return joins_apostrophe(begin);
    const bool wide = c >= 0xC3 && c <= 0xD4 && at_ + 1 < text_.size();
    const bool upper = wide && is_wide_upper(c, peek(1));
    ++shape.letters;
    shape.capitals += upper;
    shape.first_capital |= upper && at_ == begin;
    at_ += wide ? 2 : 1;
    if (text_[at_ - 1] == '\n') line_ = at_;  // Half a letter.
    while (at_ < text_.size() && (peek() & 0xC0) == 0x80) ++at_;
    return true;
  }

  // Steps over an apostrophe inside a word: "O'Brien", "don't"; not over "'s".
  bool joins_apostrophe(std::size_t begin) {
    const std::size_t length = apostrophe(at_);
    if (length == 0 || at_ == begin || !is_letter_at(at_ + length)) return false;
    const Byte next = static_cast<Byte>(text_[at_ + length]);
    if ((next | 0x20) == 's' && !is_letter_at(at_ + length + 1)) return false;
    at_ += length;
    return true;
  }

  void read_possessive() {
    const std::size_t length = apostrophe(at_);
    if (length == 0) return;
    const std::size_t next = at_ + length;
    if (next < text_.size() && (static_cast<Byte>(text_[next]) | 0x20) == 's' &&
        !is_letter_at(next + 1)) {
      tokens_.back().possessive = true;
      at_ = next + 1;
    }
  }

  // Written in its place: copied from another one, it would have to wait for its parts.
  Token& push(std::size_t begin, std::size_t end, Shape shape, std::uint32_t hash) {
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.hash = hash;
    token.shape = shape;
    token.glue = glue_;
    token.gap = gap_;
    token.sentence_start = sentence_start_;
    glue_ = Glue::kBreak;
    gap_ = 0;
    sentence_start_ = false;
    return token;
  }

  // A dot here ends no sentence: after an initial, "Mr", "U.S.".
  bool is_abbreviation() const {
    if (tokens_.empty() || tokens_.back().end != at_) return false;
    const Token& last = tokens_.back();
    if (last.shape == Shape::kLower) return false;
    return last.shape == Shape::kInitial ||
           (lexicon_.classes(lexicon_.find(word(last), last.hash, last.shape)) &
            kAbbreviation) != 0;
  }

  // All between two words: decides how they hang together.
  void read_gap() {
    if (peek() == ' ' && is_word_byte(peek(1)) &&
        !tokens_.empty()) {  // The most usual.
      ++at_;
      note(kGapBlank);
      glue_ = Glue::kSpace;
      return;
    }
    const std::size_t begin = at_;
    Glue glue = Glue::kSpace;
    bool ended = false;  // After . ! ?
    while (at_ < text_.size() && !starts_word()) {
      const Byte c = peek();
      if (c == ' ' || c == '\t' || c == '\r') {
        if (ended) end_sentence();
        note(kGapBlank);
        ++at_;
      } else if (c == '\n') {
        read_newline(glue, ended);
      } else {
        read_sign(c, begin, glue, ended);
      }
    }
    glue_ = tokens_.empty() ? Glue::kBreak : glue;
    sentence_start_ |= tokens_.empty();
  }

  void read_newline(Glue& glue, bool ended) {
    if (is_hard_newline()) {
      glue = Glue::kBreak;
      sentence_start_ = true;
      note(kGapLine);
    } else {
      if (ended) end_sentence();
      note(kGapBlank);
    }
    line_ = ++at_;
  }

  void end_sentence() {
    sentence_start_ = true;
    note(kGapStop);
  }

  void note(GapSign sign) { gap_ = static_cast<std::uint16_t>(gap_ | sign); }

  void read_sign(Byte c, std::size_t begin, Glue& glue, bool& ended) {
    const bool touches = at_ == begin;
    if (c == '.' && touches && is_abbreviation()) {
      note(kGapDot);
      ++at_;
      return;
    }
    const Sign sign = c < 0x80 ? Sign{Mark::kOther, 1} : sign_at(text_, at_);
    at_ += sign.length;
    if (sign.mark == Mark::kSpace) return note(kGapBlank);
    const bool clean = glue == Glue::kSpace;
    if (c == '-' && touches && starts_word()) {
      glue = Glue::kHyphen;
      return note(kGapHyphen);
    }
    note(gap_sign(c, sign.mark));
    if (c == '.' || c == '!' || c == '?') {
      ended = !lines_are_sentences_;
    } else if (c == '&' && clean) {
      glue = Glue::kAmpersand;
      return;
    } else if (c == ',' && clean) {
      glue = Glue::kComma;
      return;
    } else if (c == '(' && clean) {
      glue = Glue::kOpen;
      sentence_start_ = true;
      return;
    } else if (c == '"' || c == '`' || c == ':' || c == ';' || c == '*' ||
               sign.mark == Mark::kOpenQuote || sign.mark == Mark::kDash ||
               sign.mark == Mark::kOther) {
      sentence_start_ |= c != '/' && c != ')' && c != '%' && c != '\'';
    }
    glue = Glue::kBreak;
  }

  // The sign `c` as it is noted; . ! ? count as ending nothing until a blank follows.
  GapSign gap_sign(Byte c, Mark mark) const {
    switch (mark) {
      case Mark::kApostrophe:
        return kGapApostrophe;
      case Mark::kOpenQuote:
        return kGapOpenQuote;
      case Mark::kCloseQuote:
        return kGapCloseQuote;
      case Mark::kDash:
        return kGapDash;
      default:
        break;
    }
    switch (c) {
      case ',':
        return kGapComma;
      case '.':
      case '!':
      case '?':
        return kGapDot;
      case ':':
      case ';':
        return kGapColon;
      case '(':
      case '[':
      case '{':
        return kGapOpen;
      case ')':
      case ']':
      case '}':
        return kGapClose;
      // A straight mark opens when blanks or nothing are before it.
      case '"':
      case '`':
        return (gap_ & kGapBlank) != 0 || tokens_.empty() ? kGapOpenQuote
                                                          : kGapCloseQuote;
      case '\'':
        return kGapApostrophe;
      case '-':
        return kGapDash;
      case '/':
        return kGapSlash;
      case '&':
        return kGapAmpersand;
      default:
        return kGapSymbol;
    }
  }

  // Whether the line end at at_ also ends a paragraph.
  bool is_hard_newline() const {
    if (!wrapped_) return true;
    const Byte next = peek(1);
    if (next == '\n' || next == '\r' || next == '\t' || next == 0) return true;
    if (next == ' ' && peek(2) == ' ') return true;
    // The first line may lack the dateline that it was broken with.
    return line_ > 0 && at_ - line_ < kShortLine;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  bool lines_are_sentences_;
  bool wrapped_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // Where the line of at_ begins.
  Glue glue_ = Glue::kBreak;
  std::uint16_t gap_ = 0;
  bool sentence_start_ = true;
};

}  // namespace

std::uint32_t word_hash(std::string_view word) {
  WordHash hash;
  for (const char c : word) hash.add(static_cast<Byte>(c));
  return hash.value();
}

std::vector<Token> tokenize(std::string_view text, const Lexicon& lexicon,
                            const TokenizeOptions& options) {
  return Tokenizer(text, lexicon, options).run();
}

}  // namespace dateline::names
