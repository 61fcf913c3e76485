#include "query/sentences.h"

#include <cstddef>

#include "index/names/lexicon.h"
#include "index/names/tokens.h"

namespace dateline {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The sentence whose first word is `first` and that ends before `end`: with what
// touches its words, such as quotation marks, but without bullets and dashes before.
Stretch sentence_of(std::string_view text, const names::Token& first, std::size_t begin,
                    std::size_t end) {
  Stretch sentence{first.begin, end};
  while (sentence.begin > begin && !is_blank(text[sentence.begin - 1])) {
    --sentence.begin;
  }
  while (sentence.end > sentence.begin && is_blank(text[sentence.end - 1])) {
    --sentence.end;
  }
  return sentence;
}

// Whether a sentence and the marks of its footnotes end before `at`: ".[1][2]".
bool ends_with_footnotes(std::string_view text, std::size_t at) {
  const std::string_view digits = "0123456789";
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ']') {
    const std::size_t before = text.find_last_not_of(digits, end - 2);
    if (end < 3 || before == text.npos || text[before] != '[' || before + 2 == end) {
      return false;
    }
    end = before;
  }
  while (end > 0 && end < at && (text[end - 1] == '"' || text[end - 1] == ')')) --end;
  constexpr std::string_view kStops = ".!?";
  return end > 0 && end < at && kStops.find(text[end - 1]) != kStops.npos;
}

// Where the sentence that `last` ends gives way to the one that `next` begins: at the
// first blank between them, so that quotation marks stay with their words.
std::size_t border(std::string_view text, const names::Token& last,
                   const names::Token& next) {
  for (std::size_t at = last.end; at < next.begin; ++at) {
    if (is_blank(text[at])) return at;
  }
  return next.begin;
}

}  // namespace

std::vector<Stretch> split_sentences(std::string_view text) {
  static const names::Lexicon lexicon;  // Abbreviations are words of any lexicon.
  const auto tokens = names::tokenize(text, lexicon);
  std::vector<Stretch> sentences;
  if (tokens.empty()) return sentences;
  std::size_t begin = 0;
  std::size_t first = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::size_t end = border(text, tokens[i - 1], tokens[i]);
    const bool stops = (tokens[i].gap & (names::kGapStop | names::kGapLine)) != 0;
    if (!stops && !(text[end] == ' ' && ends_with_footnotes(text, end))) continue;
    sentences.push_back(sentence_of(text, tokens[first], begin, end));
    begin = end;
    first = i;
  }
  sentences.push_back(sentence_of(text, tokens[first], begin, text.size()));
  return sentences;
}

}  // namespace dateline
