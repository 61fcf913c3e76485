#include "index/names/gazetteer/gazetteer.h"

#include "index/names/gazetteer/gazetteer_compiler.h"
#include "index/names/gazetteer/phrase_hash.h"

#include <algorithm>
#include <utility>

namespace dateline::names {
namespace {

// A word of fewer letters that is all in capitals is a short form, even in a headline
// that is all in capitals.
constexpr std::uint32_t kShortestShouted = 4;

std::uint16_t either(std::uint16_t a, std::uint16_t b) {
  return static_cast<std::uint16_t>(a | b);
}

struct Phrase {
  std::uint16_t classes = 0;
  std::size_t length = 0;  // In tokens; 0: none.
};

// The longest name of several words that begins with tokens[0], whose key is `key`.
Phrase longest_phrase(const GazetteerTable& table, std::span<const Token> tokens,
                      std::uint64_t key) {
  Phrase best;
  const std::size_t most = std::min(tokens.size(), kLongestPhrase);
  for (std::size_t i = 1; i < most && continues_name(tokens[i]); ++i) {
    key = PhraseHash::append(key, tokens[i - 1], tokens[i]);
    const auto found = table.find(key);
    if (found.classes != 0) best = {found.classes, i + 1};
    if (!found.is_prefix) break;
  }
  return best;
}

// What `table` knows of the token as a name of its own; `as_word` is its entry.
std::uint16_t classes_alone(const GazetteerTable& table, const Token& token,
                            GazetteerTable::Entry as_word) {
  if (token.shape != Shape::kAllCaps) return as_word.classes;
  const auto acronym = table.find(PhraseHash::acronym(token)).classes;
  const bool shouted = token.end - token.begin >= kShortestShouted;
  return either(acronym, shouted ? as_word.classes : std::uint16_t{0});
}

void match_table(const GazetteerTable& table, std::span<const Token> tokens,
                 std::span<GazetteerBits> out) {
  std::size_t phrase_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_capital()) continue;
    const auto key = PhraseHash::word(tokens[i]);
    const auto found = table.find(key);
    out[i].word = either(out[i].word, classes_alone(table, tokens[i], found));
    if (!found.is_prefix || i < phrase_end) continue;
    const Phrase phrase = longest_phrase(table, tokens.subspan(i), key);
    phrase_end = std::max(phrase_end, i + phrase.length);
    for (std::size_t j = i; j < i + phrase.length; ++j)
      out[j].phrase = either(out[j].phrase, phrase.classes);
  }
}

std::string compile(std::span<const ListedName> lists, const Lexicon& lexicon) {
  GazetteerCompiler compiler(lexicon);
  for (const ListedName& name : lists) compiler.add(name.name, name.name_class);
  return compiler.finish();
}

}  // namespace

Gazetteer::Gazetteer(const Gazetteer& base, std::span<const ListedName> lists,
                     const Lexicon& lexicon)
    : table_(base.table_),
      list_bytes_(std::make_shared<const std::string>(compile(lists, lexicon))),
      lists_(std::in_place, *list_bytes_, "of name lists", true) {}

void Gazetteer::match(std::span<const Token> tokens,
                      std::span<GazetteerBits> out) const {
  match_table(table_, tokens, out);
  if (lists_) match_table(*lists_, tokens, out);
}

std::size_t Gazetteer::entries() const {
  return table_.entries() + (lists_ ? lists_->entries() : 0);
}

}  // namespace dateline::names
