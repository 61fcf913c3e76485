#include "index/names/lower_case.h"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::names {
namespace {

constexpr std::size_t kFewestWords = 8;
constexpr std::size_t kWordsToACapital = 50;

// Places that are words, or people's names.
constexpr std::array<std::string_view, 30> kWords = {
    "Bath",    "Bay",     "Bonn",    "Chad",   "Cork",   "Deal",    "Delhi",  "Eden",
    "Ely",     "Essen",   "Georgia", "Guinea", "Hull",   "Jordan",  "Lima",   "Lincoln",
    "Man",     "March",   "Mobile",  "Nancy",  "Nice",   "Oman",    "Orange", "Polish",
    "Phoenix", "Reading", "Rugby",   "Split",  "Turkey", "Victoria"};

std::string with_capitals(std::string_view text, std::span<const Token> tokens) {
  std::string capitals(text);
  for (const Token& token : tokens) {
    char& first = capitals[token.begin];
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first & ~0x20);
  }
  return capitals;
}

// The names in the text of a tokenizer that saw the same text with capitals. Small
// words inside a name ("bank of england") are compared as they are.
class LowerCaseMatcher {
 public:
  LowerCaseMatcher(std::string_view text, std::span<const Token> tokens,
                   const Lexicon& lexicon)
      : lexicon_(lexicon),
        text_(text),
        capitals_(with_capitals(text, tokens)),
        tokens_(tokens.begin(), tokens.end()) {
    for (Token& token : tokens_) {
      const auto word =
          std::string_view(capitals_).substr(token.begin, token.end - token.begin);
      const auto own = text.substr(token.begin, token.end - token.begin);
      const std::uint32_t known = lexicon.find(word, token.hash, Shape::kCapital);
      const bool small = lexicon.find(own, token.hash, Shape::kCapital) != 0 &&
                         (lexicon.classes(known) & kFunctionWord) != 0;
      if (known != 0 && !small) token.word = token.entry = known;
    }
  }

  KnownSpan at(std::size_t i) const {
    const std::uint32_t own = lexicon_.classes(tokens_[i].word);
    if ((own & kPhraseStart) == 0) return {};
    const KnownSpan known = lexicon_.longest(std::span(tokens_).subspan(i), text_);
    if (known.name == nullptr || known.name->is_title) return {};
    if (known.length > 1) return known;
    constexpr std::uint32_t kPlain = kCommonWord | kNoName | kFunctionWord | kCalendar |
                                     kTitle | kTitlePart | kGivenName | kSurnameToo;
    const auto word = std::string_view(capitals_).substr(
        tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    const bool telling = known.name->kind == NameKind::kPlace && word.size() > 3 &&
                         (own & kPlain) == 0 &&
                         std::find(kWords.begin(), kWords.end(), word) == kWords.end();
    return telling ? known : KnownSpan{};
  }

 private:
  const Lexicon& lexicon_;
  const std::string_view text_;
  const std::string capitals_;
  std::vector<Token> tokens_;
};

}  // namespace

bool lacks_capitals(std::span<const Token> tokens) {
  std::size_t capitals = 0;
  for (const Token& token : tokens) capitals += token.has_capital;
  return tokens.size() >= kFewestWords && capitals * kWordsToACapital < tokens.size();
}

std::vector<Mention> match_lower_case(std::string_view text,
                                      std::span<const Token> tokens,
                                      const Lexicon& lexicon) {
  constexpr double kScore = 0.7;
  const LowerCaseMatcher matcher(text, tokens, lexicon);
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < tokens.size();) {
    const KnownSpan known = matcher.at(i);
    if (known.length == 0) {
      ++i;
      continue;
    }
    Mention mention;
    mention.first = static_cast<std::uint32_t>(i);
    mention.last = static_cast<std::uint32_t>(i += known.length);
    mention.kind = known.name->kind;
    mention.known = known.name;
    mention.score = kScore;
    mention.why = "known name in a text without capitals";
    mentions.push_back(mention);
  }
  return mentions;
}

}  // namespace dateline::names
