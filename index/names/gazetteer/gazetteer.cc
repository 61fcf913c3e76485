#include "index/names/gazetteer/gazetteer.h"

#include "index/names/gazetteer/gazetteer_compiler.h"
#include "index/names/gazetteer/phrase_hash.h"

#include <algorithm>
#include <array>
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

// The places of the capitals among tokens [first, last), listed without a branch on
// what is one, which nothing foretells.
constexpr std::size_t kAtOnce = 128;
using Places = std::array<std::size_t, kAtOnce>;

std::span<const std::size_t> capitals(std::span<const Token> tokens, std::size_t first,
                                      std::size_t last, Places& places) {
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) {
    places[count] = i;
    count += tokens[i].is_capital();
  }
  return std::span(places).first(count);
}

class TableMatcher {
 public:
  TableMatcher(const GazetteerTable& table, std::span<const Token> tokens,
               std::span<GazetteerBits> out)
      : table_(table), tokens_(tokens), out_(out) {}

  // The slots of a stretch of text come from memory together: those of words, then
  // those of phrases that may begin with them.
  void run() {
    Places places;
    std::array<GazetteerTable::Entry, kAtOnce> words;
    for (std::size_t first = 0; first < tokens_.size(); first += kAtOnce) {
      const std::size_t last = std::min(tokens_.size(), first + kAtOnce);
      const auto found = capitals(tokens_, first, last, places);
      for (const std::size_t i : found) fetch_word(i);
      for (std::size_t k = 0; k < found.size(); ++k) words[k] = find_word(found[k]);
      for (std::size_t k = 0; k < found.size(); ++k) match(found[k], words[k]);
    }
  }

 private:
  void fetch_word(std::size_t i) const {
    table_.fetch(PhraseHash::word(tokens_[i]));
    if (tokens_[i].shape == Shape::kAllCaps)
      table_.fetch(PhraseHash::acronym(tokens_[i]));
  }

  GazetteerTable::Entry find_word(std::size_t i) const {
    const auto key = PhraseHash::word(tokens_[i]);
    const auto found = table_.find(key);
    if (found.is_prefix && i + 1 < tokens_.size() && continues_name(tokens_[i + 1]))
      table_.fetch(PhraseHash::append(key, tokens_[i], tokens_[i + 1]));
    return found;
  }

  void match(std::size_t i, GazetteerTable::Entry found) {
    const auto key = PhraseHash::word(tokens_[i]);
    out_[i].word = either(out_[i].word, classes_alone(table_, tokens_[i], found));
    if (!found.is_prefix || i < phrase_end_) return;
    const Phrase phrase = longest_phrase(table_, tokens_.subspan(i), key);
    phrase_end_ = std::max(phrase_end_, i + phrase.length);
    for (std::size_t j = i; j < i + phrase.length; ++j)
      out_[j].phrase = either(out_[j].phrase, phrase.classes);
  }

  const GazetteerTable& table_;
  std::span<const Token> tokens_;
  std::span<GazetteerBits> out_;
  std::size_t phrase_end_ = 0;
};

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
  TableMatcher(table_, tokens, out).run();
  if (lists_) TableMatcher(*lists_, tokens, out).run();
}

std::size_t Gazetteer::entries() const {
  return table_.entries() + (lists_ ? lists_->entries() : 0);
}

}  // namespace dateline::names
