#include "index/names/gazetteer/gazetteer.h"

#include "index/names/gazetteer/phrase_hash.h"

#include <algorithm>

namespace dateline::names {
namespace {

// A word of fewer letters that is all in capitals is a short form, even in a headline
// that is all in capitals.
constexpr std::uint32_t kShortestShouted = 4;

std::uint16_t either(std::uint16_t a, std::uint16_t b) {
  return static_cast<std::uint16_t>(a | b);
}

}  // namespace

Gazetteer::Phrase Gazetteer::longest_phrase(std::span<const Token> tokens,
                                            std::uint64_t key) const {
  Phrase best;
  const std::size_t most = std::min(tokens.size(), kLongestPhrase);
  for (std::size_t i = 1; i < most && continues_name(tokens[i]); ++i) {
    key = PhraseHash::append(key, tokens[i - 1], tokens[i]);
    const auto found = table_.find(key);
    if (found.classes != 0) best = {found.classes, i + 1};
    if (!found.is_prefix) break;
  }
  return best;
}

void Gazetteer::match(std::span<const Token> tokens,
                      std::span<GazetteerBits> out) const {
  std::size_t phrase_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.is_capital()) continue;
    const auto key = PhraseHash::word(token);
    const auto found = table_.find(key);
    auto& word = out[i].word;
    if (token.shape != Shape::kAllCaps) {
      word = either(word, found.classes);
    } else {
      word = either(word, table_.find(PhraseHash::acronym(token)).classes);
      if (token.end - token.begin >= kShortestShouted)
        word = either(word, found.classes);
    }
    if (!found.is_prefix || i < phrase_end) continue;
    const Phrase phrase = longest_phrase(tokens.subspan(i), key);
    phrase_end = std::max(phrase_end, i + phrase.length);
    for (std::size_t j = i; j < i + phrase.length; ++j)
      out[j].phrase = either(out[j].phrase, phrase.classes);
  }
}

}  // namespace dateline::names
