#include "index/dates/scanner.h"

namespace dateline::dates {
namespace {

constexpr int kMostDigits = 8;
constexpr std::size_t kAbbreviation = 4;  // Letters: "Sept."

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

const Piece& Scanner::piece(std::size_t ahead) {
  while (count_ <= ahead) slots_[(head_ + count_++) % kAhead] = read();
  return slots_[(head_ + ahead) % kAhead].piece;
}

const DateWord& Scanner::word(std::size_t ahead) {
  piece(ahead);
  return slots_[(head_ + ahead) % kAhead].word;
}

bool Scanner::is(std::size_t ahead, std::string_view word) {
  const Piece& found = piece(ahead);
  return text_.substr(found.begin, found.end - found.begin) == word;
}

void Scanner::advance() {
  last_begin_ = piece().begin;
  last_end_ = piece().end;
  head_ = (head_ + 1) % kAhead;
  --count_;
}

bool Scanner::ends_sentence() {
  const char next = at(piece().end);
  return next == '.' || next == ')' || next == '\0' || next == ';' || next == '\n';
}

Scanner::Slot Scanner::read() {
  Slot slot;
  Piece& piece = slot.piece;
  piece.gap = read_gap();
  piece.begin = piece.end = at_;
  if (at_ >= text_.size()) return slot;
  if (is_digit(text_[at_])) {
    read_number(piece);
  } else {
    read_word(piece);
    slot.word = date_word(text_.substr(piece.begin, piece.end - piece.begin));
  }
  return slot;
}

// A blank that breaks no line.
bool Scanner::is_wide_blank() const {
  return text_[at_] == '\xC2' && at(at_ + 1) == '\xA0';
}

// Everything up to the next letter or digit; at_ is then there.
Gap Scanner::read_gap() {
  const std::size_t begin = at_;
  Gap gap = Gap::kNone;
  while (at_ < text_.size() && !is_letter(text_[at_]) && !is_digit(text_[at_]) &&
         (static_cast<unsigned char>(text_[at_]) < 0x80 || is_wide_blank())) {
    const char c = text_[at_];
    const bool first = at_ == begin;
    const bool wide = is_wide_blank();
    at_ += wide ? 2 : 1;
    if (is_blank(c) || wide) {
      if (gap == Gap::kNone) gap = Gap::kSpace;
      if (gap == Gap::kDot) gap = short_word_ ? Gap::kSpace : Gap::kOther;
      if (gap == Gap::kSlash || gap == Gap::kColon) gap = Gap::kOther;
    } else if (c == '-') {
      gap = gap == Gap::kNone || gap == Gap::kSpace ? Gap::kHyphen : Gap::kOther;
    } else if (c == ',') {
      gap = gap == Gap::kNone || (gap == Gap::kDot && short_word_) ? Gap::kComma
                                                                   : Gap::kOther;
    } else if (first && c == '/') {
      gap = Gap::kSlash;
    } else if (first && c == '.') {
      gap = Gap::kDot;
    } else if (first && c == ':') {
      gap = Gap::kColon;
    } else {
      gap = first && c == '%' ? Gap::kPercent : Gap::kOther;
    }
  }
  if (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) == 0xE2 &&
      at(at_ + 1) == '\x80' && (at(at_ + 2) == '\x93' || at(at_ + 2) == '\x94')) {
    // An en or em dash.
    at_ += 3;
    if (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_])))
      return gap == Gap::kNone ? Gap::kHyphen : Gap::kOther;
    skip_gap();
    return Gap::kOther;
  }
  return gap;
}

void Scanner::skip_gap() {
  while (at_ < text_.size() && !is_letter(text_[at_]) && !is_digit(text_[at_]) &&
         static_cast<unsigned char>(text_[at_]) < 0x80)
    ++at_;
}

// Pounds, yen, euros.
bool Scanner::is_currency_before(std::size_t byte) const {
  if (byte < 2) return false;
  const auto two = text_.substr(byte - 2, 2);
  if (two == "\xC2\xA3" || two == "\xC2\xA5") return true;
  return byte >= 3 && text_.substr(byte - 3, 3) == "\xE2\x82\xAC";
}

void Scanner::read_number(Piece& piece) {
  piece.kind = Piece::kNumber;
  while (is_digit(at(at_)) && piece.digits <= kMostDigits) {
    piece.value = piece.value * 10 + (text_[at_++] - '0');
    ++piece.digits;
  }
  if (piece.digits > kMostDigits) {
    while (is_digit(at(at_))) ++at_;
    piece.digits = 0;
  }
  piece.end = at_;
  const char before = piece.begin > 0 ? text_[piece.begin - 1] : '\0';
  const char next = at(at_);
  const bool digit_after = is_digit(at(at_ + 1));
  const bool digit_before = piece.begin > 1 && is_digit(text_[piece.begin - 2]);
  piece.money = before == '$' || before == '#' || is_currency_before(piece.begin);
  piece.bracketed = before == '(' && next == ')';
  piece.apostrophe = before == '\'' || (static_cast<unsigned char>(before) == 0x99);
  piece.part_of_number =
      piece.digits == 0 || piece.money ||
      (next == ',' && digit_after && is_digit(at(at_ + 2)) && is_digit(at(at_ + 3)) &&
       !is_digit(at(at_ + 4))) ||
      (before == ',' && digit_before) ||
      (before == '.' && digit_before && piece.digits != 4 && piece.digits > 2);
  if (next == 's' && !is_letter(at(at_ + 1))) {
    piece.plural = true;
    piece.end = ++at_;
    return;
  }
  // "2nd"; any other letter makes it a word of its own kind: "2x", "747B".
  if (!is_letter(next)) {
    short_word_ = false;
    piece.dot = next == '.';
    return;
  }
  const auto ending = text_.substr(at_, 2);
  const bool ordinal =
      (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") &&
      !is_letter(at(at_ + 2));
  const bool time = next == 'T' && is_digit(at(at_ + 1));
  if (ordinal) {
    piece.end = at_ += 2;
  } else if (!time) {
    piece.part_of_number = true;
  }
}

void Scanner::read_word(Piece& piece) {
  piece.kind = Piece::kWord;
  piece.capital = is_upper(text_[at_]);
  while (at_ < text_.size()) {
    const char c = text_[at_];
    const bool wide = static_cast<unsigned char>(c) >= 0x80;
    if (is_wide_blank()) break;
    if (wide && at_ + 2 < text_.size() && c == '\xE2' && text_[at_ + 1] == '\x80')
      break;
    if (!wide && !is_letter(c) && !is_digit(c)) break;
    ++at_;
  }
  if (at_ == piece.begin) at_ += 3 <= text_.size() - at_ ? 3 : text_.size() - at_;
  piece.end = at_;
  piece.plural_word = text_[at_ - 1] == 's';
  short_word_ = at_ - piece.begin <= kAbbreviation;
  piece.dot = at(at_) == '.';
  const std::size_t mark = at(at_) == '\''                          ? 1
                           : text_.substr(at_, 3) == "\xE2\x80\x99" ? 3
                                                                    : 0;
  piece.possessive = mark > 0 && at(at_ + mark) == 's';
}

}  // namespace dateline::dates
