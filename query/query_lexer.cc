#include "query/query_lexer.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "query/query_limits.h"
#include "query/query_text.h"

namespace dateline::query {
namespace {

using Kind = Token::Kind;
using CharacterKind = Character::Kind;

constexpr std::string_view kAtLeast = "atleast/";

std::optional<Kind> operator_of(std::string_view word) {
  if (word == "AND") return Kind::kAnd;
  if (word == "OR") return Kind::kOr;
  if (word == "NOT") return Kind::kNot;
  const std::string_view name = word.substr(0, word.find('/'));
  if (name != "NEAR" && name != "ADJ") return std::nullopt;
  if (name == word || is_number(word.substr(name.size() + 1))) {
    return name == "NEAR" ? Kind::kNear : Kind::kAdj;
  }
  return std::nullopt;
}

class Lexer {
 public:
  Lexer(std::string_view text, QueryProblems& problems)
      : text_(text), problems_(problems) {}

  std::vector<Token> run() &&;

 private:
  void read_word();
  void read_phrase(std::size_t mark_length);
  void read_suffix();
  void read_window();
  std::size_t read_prefixes(std::size_t begin, std::size_t end, bool apart);
  std::size_t read_minus(std::size_t begin);
  std::size_t read_atleast(std::size_t begin, std::size_t end);
  std::size_t read_field(std::size_t begin, std::size_t end);
  void report_foreign_operator(std::size_t begin, std::size_t end);
  void report_no_letters(std::size_t begin, std::size_t end);
  std::uint32_t number_within(std::uint32_t most, std::string_view digits,
                              std::size_t begin, std::size_t end);

  void add(Kind kind, std::size_t begin, std::size_t end, std::string_view text) {
    tokens_.push_back({kind, text, begin, end - begin});
  }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  bool starts_with(std::size_t at, char c) const {
    return at < text_.size() && text_[at] == c;
  }
  // True when a quotation mark or a bracket opens at `at`.
  bool opens(std::size_t at) const {
    if (at >= text_.size()) return false;
    const auto kind = character_at(text_, at).kind;
    return kind == CharacterKind::kQuote || kind == CharacterKind::kOpen;
  }

  std::string_view text_;
  QueryProblems& problems_;
  std::size_t at_ = 0;
  bool after_space_ = true;  ///< What comes next stands apart from what came before.
  std::vector<Token> tokens_;
};

std::vector<Token> Lexer::run() && {
  while (at_ < text_.size()) {
    const Character c = character_at(text_, at_);
    switch (c.kind) {
      case CharacterKind::kSpace:
        at_ += c.length;
        after_space_ = true;
        break;
      case CharacterKind::kOpen:
        add(Kind::kOpen, at_, at_ + 1, "(");
        ++at_;
        after_space_ = true;
        break;
      case CharacterKind::kClose:
        add(Kind::kClose, at_, at_ + 1, ")");
        ++at_;
        read_suffix();
        after_space_ = false;
        break;
      case CharacterKind::kQuote:
        read_phrase(c.length);
        read_window();
        read_suffix();
        after_space_ = false;
        break;
      default:
        read_word();
    }
  }
  return std::move(tokens_);
}

// Any mark opens and the next one, whichever it is, closes: people mix “ and ".
void Lexer::read_phrase(std::size_t mark_length) {
  const std::size_t begin = at_;
  std::size_t close = begin + mark_length;
  for (; close < text_.size();) {
    const Character c = character_at(text_, close);
    if (c.kind == CharacterKind::kQuote) {
      add(Kind::kPhrase, begin, close + c.length, slice(begin + mark_length, close));
      at_ = close + c.length;
      return;
    }
    close += c.length;
  }
  problems_.report(begin, mark_length,
                   "This quotation mark is never closed; all words after it are read"
                   " as one phrase.");
  add(Kind::kPhrase, begin, close, slice(begin + mark_length, close));
  at_ = close;
}

// The number of "…"~5.
void Lexer::read_window() {
  if (!starts_with(at_, '~')) return;
  std::size_t end = at_ + 1;
  while (end < text_.size() && is_number(slice(end, end + 1))) ++end;
  if (end == at_ + 1) return;
  tokens_.back().number = number_within(kMaxDistance, slice(at_ + 1, end), at_, end);
  tokens_.back().length = end - tokens_.back().offset;
  at_ = end;
}

// "…"~, (…)~5 and (…)^2 mean something in other search engines.
void Lexer::read_suffix() {
  if (!starts_with(at_, '~') && !starts_with(at_, '^')) return;
  const std::size_t begin = at_++;
  while (at_ < text_.size() && (is_number(slice(at_, at_ + 1)) || text_[at_] == '.')) {
    ++at_;
  }
  const bool window = text_[begin] == '~' && tokens_.back().kind == Kind::kPhrase;
  problems_.report(begin, at_ - begin,
                   quoted(slice(begin, at_)) +
                       (window ? " needs a number of words, as in \"arms control\"~5;"
                                 " it is left out."
                               : " is no part of the language and is left out."));
}

// The number that `digits` are, from 1 to `most`; another is reported with the bytes
// [begin, end).
std::uint32_t Lexer::number_within(std::uint32_t most, std::string_view digits,
                                   std::size_t begin, std::size_t end) {
  std::uint64_t number = 0;
  for (const char digit : digits) {
    number = std::min<std::uint64_t>(
        10 * number + static_cast<std::uint64_t>(digit - '0'), most + 1ULL);
  }
  const auto read = static_cast<std::uint32_t>(
      std::clamp<std::uint64_t>(number, 1, std::uint64_t{most}));
  if (read != number) {
    problems_.report(begin, end - begin,
                     "This number may be from 1 to " + std::to_string(most) +
                         "; it is read as " + std::to_string(read) + ".");
  }
  return read;
}

// What stands up to the next space, bracket or quotation mark: prefixes, then a word.
void Lexer::read_word() {
  const std::size_t begin = at_;
  std::size_t end = begin;
  while (end < text_.size()) {
    const Character c = character_at(text_, end);
    if (c.kind < CharacterKind::kLetter) break;
    end += c.length;
  }
  at_ = end;
  const bool apart = after_space_;
  after_space_ = false;

  const std::string_view word = slice(begin, end);
  if (const std::optional<Kind> op = operator_of(word)) {
    add(*op, begin, end, word);
    if (*op != Kind::kNear && *op != Kind::kAdj) return;
    const std::size_t slash = word.find('/');
    tokens_.back().number =
        slash == std::string_view::npos
            ? kDefaultDistance
            : number_within(kMaxDistance, word.substr(slash + 1), begin, end);
    return;
  }
  report_foreign_operator(begin, end);
  const std::size_t value = read_prefixes(begin, end, apart);
  const bool is_value =
      value != begin && !tokens_.empty() && tokens_.back().kind == Kind::kField;
  if (value == end) return;
  if (is_value || has_letter(slice(value, end))) {
    add(Kind::kWord, value, end, slice(value, end));
  } else {
    report_no_letters(value, end);
  }
}

// A query of one * is every article; among words it is rather a mistake.
void Lexer::report_no_letters(std::size_t begin, std::size_t end) {
  const std::string_view word = slice(begin, end);
  if (word.find('*') == std::string_view::npos) return;
  const bool alone = without_spaces(text_) == "*";
  if (alone) return;
  problems_.report(begin, end - begin,
                   quoted(word) +
                       " stands for every word, so it is left out; write a letter"
                       " beside it, as in sanction*.");
}

// Everything that may stand before a word or group: -, atleast/3:, title:, once each
// and in about this order. Gives where the rest of the word begins.
std::size_t Lexer::read_prefixes(std::size_t begin, std::size_t end, bool apart) {
  if (apart) begin = read_minus(begin);
  begin = read_atleast(begin, end);
  const std::size_t value = read_field(begin, end);
  const bool in_text = value != begin && tokens_.back().kind == Kind::kField &&
                       field_info(tokens_.back().field).type == FieldType::kText;
  return in_text ? read_atleast(value, end) : value;
}

// -word, -"phrase", -(group), -field:; not the - of 1939-45 or of a lone dash.
std::size_t Lexer::read_minus(std::size_t begin) {
  if (!starts_with(begin, '-') || starts_with(begin + 1, '-')) return begin;
  if (at_ == begin + 1 ? !opens(at_) : !has_letter(slice(begin, at_))) return begin;
  add(Kind::kNot, begin, begin + 1, "-");
  return begin + 1;
}

std::size_t Lexer::read_atleast(std::size_t begin, std::size_t end) {
  const std::string_view word = slice(begin, end);
  const std::size_t colon = word.find(':');
  if (!word.starts_with(kAtLeast) || colon == std::string_view::npos) return begin;
  const std::string_view digits = word.substr(0, colon).substr(kAtLeast.size());
  if (!is_number(digits)) return begin;
  const std::size_t after = begin + colon + 1;
  const std::uint32_t times = number_within(kMaxTimes, digits, begin, after);
  add(Kind::kAtLeast, begin, after, slice(begin, after));
  tokens_.back().number = times;
  return after;
}

// title: or foo: at the start of a word; gives where the rest of the word begins.
std::size_t Lexer::read_field(std::size_t begin, std::size_t end) {
  const std::string_view word = slice(begin, end);
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) return begin;
  const std::string_view name = word.substr(0, colon);
  if (!is_ascii_word(name)) return begin;
  const std::size_t rest = begin + colon + 1;
  const std::optional<Field> field = find_field(ascii_lower(name));
  if (field) {
    tokens_.push_back({Kind::kField, name, begin, colon + 1, *field});
    const FieldType type = field_info(*field).type;
    // The - of a date or an id is its own; before a word or a name it means NOT.
    if (type != FieldType::kText && type != FieldType::kName) return rest;
    return read_minus(rest);
  }
  const bool is_url = slice(rest, end).starts_with("//");
  if (is_url || (rest == end ? !opens(end) : !has_letter(slice(rest, end))))
    return begin;
  add(Kind::kUnknownField, begin, rest, name);
  return rest;
}

// Signs that mean something in other query languages and would be lost in silence.
void Lexer::report_foreign_operator(std::size_t begin, std::size_t end) {
  const std::string_view word = slice(begin, end);
  if (word == "|" || word == "||") {
    problems_.report(begin, end - begin,
                     quoted(word) + " is left out; write OR for one or the other.");
  } else if (word.starts_with('!') && (has_letter(word) || opens(end))) {
    problems_.report(begin, 1, "\"!\" is left out; write NOT or - for without.");
  } else if (word == "=" && starts_with(end, '(')) {
    problems_.report(begin, 1,
                     "\"=\" is left out; write it before a word, as in =treaty.");
  }
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, QueryProblems& problems) {
  return Lexer(text, problems).run();
}

}  // namespace dateline::query
