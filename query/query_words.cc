#include "query/query_words.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

#include "query/query_limits.h"
#include "query/query_text.h"

namespace dateline::query {
namespace {

// Without the punctuation behind a word, but for the ~ that says something of it.
// From its end, so that it costs no more than what it takes off.
std::string_view without_end_of_clause(std::string_view text) {
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (text[last] & 0xC0) == 0x80) --last;
    if (text[last] == '~') break;
    if (character_at(text, last).kind != Character::Kind::kOther) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string_view without_last(std::string_view text, std::string_view of) {
  while (!text.empty() && of.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

// Where ~, ~2 or ^2 begins at the end of `text`; its size when it has none.
std::size_t suffix_begin(std::string_view text, char sign) {
  const std::size_t at = text.rfind(sign);
  if (at == std::string_view::npos) return text.size();
  const std::string_view number = text.substr(at + 1);
  const bool is_suffix = number.empty() ? sign == '~' : is_number(number);
  return is_suffix ? at : text.size();
}

bool is_wildcard(char c) { return c == '*' || c == '?'; }

// Without the punctuation around it, which * is not, nor ? just before a letter.
std::string_view pattern_in(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool kept = c.kind == Character::Kind::kLetter || text[at] == '*';
    if (kept) begin = std::min(begin, at);
    at += c.length;
    if (kept || c.kind == Character::Kind::kMark) end = at;
  }
  if (begin >= end) return {};
  while (begin > 0 && text[begin - 1] == '?') --begin;
  return text.substr(begin, end - begin);
}

// Whether a text is one word but for * and ?.
bool is_one_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool of_word =
        c.kind == Character::Kind::kLetter || c.kind == Character::Kind::kMark;
    if (!of_word && !is_wildcard(text[at])) return false;
    at += c.length;
  }
  return true;
}

// The pattern that a text is, ** being *; empty when it is none. Apostrophes are no
// part of words.
std::string read_pattern(std::string_view text) {
  std::string pattern;
  for (const char c : pattern_in(text)) {
    if (c == '\'' || (c == '*' && pattern.ends_with('*'))) continue;
    pattern += c;
  }
  const bool wild = std::any_of(pattern.begin(), pattern.end(), is_wildcard);
  return wild && is_one_word(pattern) ? pattern : std::string();
}

// Without the word^2 at its end, however often it stands there.
std::string_view without_weights(std::string_view text) {
  for (;;) {
    const std::string_view body = without_end_of_clause(text);
    const std::size_t sign = suffix_begin(body, '^');
    if (sign == body.size() || !has_letter(body.substr(0, sign))) return text;
    text = body.substr(0, sign);
  }
}

// Without ^2 and ~2 at its end, as they are read.
std::string_view without_suffixes(std::string_view text) {
  text = without_weights(text);
  const std::string_view body = without_end_of_clause(text);
  const std::size_t sign = suffix_begin(body, '~');
  return sign == body.size() || !has_letter(body.substr(0, sign))
             ? text
             : body.substr(0, sign);
}

void report_stars(const Token& token, std::string_view word, QueryProblems& problems) {
  problems.report(token.offset, token.length,
                  "* stands for letters of one word only, and " + quoted(token.text) +
                      " is more; " + quoted(word) + " is searched for.");
}

// Takes word^2 off and reports it.
std::string_view without_weight(const Token& token, std::string_view text,
                                QueryProblems& problems) {
  const std::string_view word = without_weights(text);
  if (word.size() == text.size()) return text;
  problems.report(token.offset, token.length,
                  "Words have no weights (word^2); " +
                      quoted(without_punctuation(word)) + " is searched as it stands.");
  return word;
}

// The edits of word~ and word~2, which is taken off; 0 for others.
std::uint32_t take_edits(const Token& token, std::string_view& text,
                         QueryProblems& problems) {
  const std::string_view body = without_end_of_clause(text);
  const std::size_t at = suffix_begin(body, '~');
  if (at == body.size() || !has_letter(body.substr(0, at))) return 0;
  const std::string_view number = body.substr(at + 1);
  text = body.substr(0, at);
  if (number.empty() || number == "1") return 1;
  if (number == "2") return 2;
  const std::uint32_t read = number.find_first_not_of('0') == number.npos ? 1 : 2;
  problems.report(token.offset, token.length,
                  "A word may be 1 or " + std::to_string(kMaxEdits) +
                      " letters off (word~, word~2); it is read as ~" +
                      std::to_string(read) + ".");
  return read;
}

// Edits (a letter more, less, other, or two swapped) from `a` to `b`, both short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      const bool swapped =
          i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

bool is_close(std::string_view typed, std::string_view name) {
  constexpr std::size_t kLongestTyped = 20;
  constexpr std::size_t kShortestBeginning = 3;
  if (name.empty() || typed.size() > kLongestTyped) return false;
  const std::size_t shorter = std::min(typed.size(), name.size());
  if (shorter >= kShortestBeginning &&
      typed.substr(0, shorter) == name.substr(0, shorter)) {
    return true;
  }
  return edit_distance(typed, name) <= (shorter > 4 ? 2U : 1U);
}

std::string close_fields(std::string_view typed) {
  std::string list;
  for (const FieldInfo& info : fields()) {
    if (!is_close(typed, info.name) && !is_close(typed, info.alias)) continue;
    list += list.empty() ? "" : " or ";
    list += std::string(info.name) + ":";
  }
  return list;
}

std::string all_fields() {
  std::string list;
  for (const FieldInfo& info : fields()) {
    list += list.empty() ? "" : ", ";
    list += info.name;
  }
  return list;
}

}  // namespace

WordRead read_word(const Token& token, QueryProblems& problems) {
  WordRead read;
  std::string_view text = token.text;
  for (; text.starts_with('='); text.remove_prefix(1)) read.exact = true;
  std::string without_stars;
  const bool has_star = text.find('*') != std::string_view::npos;
  if (has_star && has_letter(text) && read_pattern(without_suffixes(text)).empty()) {
    std::remove_copy(text.begin(), text.end(), std::back_inserter(without_stars), '*');
    text = without_stars;
    report_stars(token, without_punctuation(without_suffixes(text)), problems);
  }
  text = without_weight(token, text, problems);
  read.edits = take_edits(token, text, problems);
  std::string pattern = read_pattern(text);
  read.text = without_punctuation(text);
  if (!pattern.empty()) {
    read.kind = WordRead::Kind::kPattern;
    read.text = std::move(pattern);
    if (read.edits > 0) {
      problems.report(token.offset, token.length,
                      "* and ? do not go together with ~, which is left out.");
    }
  } else if (read.edits > 0) {
    read.kind = WordRead::Kind::kFuzzy;
  }
  if (read.exact && read.kind != WordRead::Kind::kWord) {
    read.exact = false;
    problems.report(token.offset, 1,
                    "\"=\" is left out, as other words than this one are asked for.");
  }
  return read;
}

// A sign of words is none in a name or a piece of metadata.
std::string read_name(const Token& token, const FieldInfo& field,
                      QueryProblems& problems) {
  const WordRead read = read_word(token, problems);
  const std::string name = quoted(std::string(field.name) + ":");
  if (read.exact) {
    problems.report(
        token.offset, 1,
        "\"=\" is left out; " + name + " looks for names under every spelling.");
  }
  std::string text = read.text;
  std::erase_if(text, is_wildcard);
  if (read.kind != WordRead::Kind::kWord) {
    problems.report(token.offset, token.length,
                    name + " looks for whole names; " + quoted(text) +
                        " is searched as it stands.");
  }
  return text;
}

std::string read_value(const Token& token, const FieldInfo& field,
                       QueryProblems& problems) {
  if (field.type == FieldType::kName) return read_name(token, field, problems);
  const std::string_view text = without_last(token.text, ",;");
  const bool any_sign = field.field == Field::kUrl || field.field == Field::kId;
  if (!any_sign && field.type == FieldType::kValue && text.ends_with('*')) {
    const std::string_view value = without_last(text, "*");
    problems.report(token.offset, token.length,
                    quoted(std::string(field.name) + ":") +
                        " looks for whole values; " + quoted(value) +
                        " is searched as it stands.");
    return std::string(value);
  }
  return std::string(text);
}

std::string read_phrase(std::string_view text) {
  std::string phrase;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind == Character::Kind::kSpace) {
      space = true;
    } else {
      if (space && !phrase.empty()) phrase += ' ';
      space = false;
      phrase += text.substr(at, c.length);
    }
    at += c.length;
  }
  return phrase;
}

std::string without_stars(const Token& token, std::string phrase,
                          QueryProblems& problems) {
  if (phrase.find('*') == std::string::npos || !has_letter(phrase)) return phrase;
  problems.report(token.offset, token.length,
                  "Within quotation marks * stands for nothing; write the words with"
                  " ADJ/1 between, as in sanction* ADJ/1 relief.");
  std::replace(phrase.begin(), phrase.end(), '*', ' ');
  return read_phrase(phrase);
}

void report_unknown_field(const Token& token, QueryProblems& problems) {
  const std::string close = close_fields(ascii_lower(token.text));
  problems.report(token.offset, token.length,
                  "There is no field " + quoted(token.text) +
                      ", so it is searched as a word; " +
                      (close.empty() ? "the fields are " + all_fields()
                                     : "perhaps " + close + " was meant") +
                      ".");
}

}  // namespace dateline::query
