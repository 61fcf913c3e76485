#include "query/query_words.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "query/query_text.h"

namespace dateline::query {
namespace {

constexpr std::string_view kEndOfClause = ",;:.!?";

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

void report_sign(const Token& token, const char* what, std::string_view word,
                 QueryProblems& problems) {
  problems.report(token.offset, token.length,
                  std::string(what) + " is not understood by this version; " +
                      quoted(word) + " is searched as it stands.");
}

// Reports word*, word~2 and word^2; gives the text without ~2 and ^2. A sign without a
// letter before it (~20, *, ^) is punctuation.
std::string_view without_signs(const Token& token, std::string_view text,
                               QueryProblems& problems) {
  struct {
    char sign;
    const char* what;
  } const suffixes[] = {{'~', "Inexact spelling (word~)"}, {'^', "Weighting (word^2)"}};
  for (const auto& [sign, what] : suffixes) {
    const std::string_view body = without_last(text, kEndOfClause);
    const std::string_view word = body.substr(0, suffix_begin(body, sign));
    if (word.size() == body.size() || !has_letter(word)) continue;
    report_sign(token, what, without_punctuation(word), problems);
    text = word;
  }
  const std::size_t star = text.find('*', 1);
  if (star != std::string_view::npos && has_letter(text.substr(0, star))) {
    report_sign(token, "A word cut short (word*)", without_punctuation(text), problems);
  }
  return text;
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
  WordRead read{token.text};
  while (read.text.starts_with('=')) {
    read.text.remove_prefix(1);
    read.exact = true;
  }
  read.text = without_punctuation(without_signs(token, read.text, problems));
  return read;
}

std::string_view read_value(const Token& token, const FieldInfo& field,
                            QueryProblems& problems) {
  if (field.type == FieldType::kName) {
    const WordRead read = read_word(token, problems);
    if (read.exact) {
      problems.report(token.offset, 1,
                      "\"=\" is left out; " + quoted(std::string(field.name) + ":") +
                          " looks for names under every spelling.");
    }
    return read.text;
  }
  const std::string_view text = without_last(token.text, ",;");
  const bool any_sign = field.field == Field::kUrl || field.field == Field::kId;
  if (!any_sign && field.type == FieldType::kValue && text.ends_with('*')) {
    const std::string_view value = without_last(text, "*");
    report_sign(token, "A value cut short (value*)", value, problems);
    return value;
  }
  return text;
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
