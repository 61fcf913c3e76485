// Makes the names that the linker links to.

#include "index/names/linker.h"
#include "index/names/linker_keys.h"

#include <utility>

namespace dateline::names {
namespace {

constexpr std::uint64_t kPersonKey = 11;
constexpr std::uint64_t kKnownKey = 12;
constexpr std::uint64_t kOtherKey = 13;

// "FREMONT FALLS", but not "ABC TV".
bool is_capitals(std::span<const Token> words) {
  constexpr std::size_t kLongAcronym = 5;
  for (const Token& token : words)
    if (token.shape != Shape::kAllCaps || token.end - token.begin < kLongAcronym)
      return false;
  return true;
}

// "SERGEI LAVROV" -> "Sergei Lavrov"; letters beyond ASCII stay.
std::string proper_case(std::string_view capitals) {
  std::string name(capitals);
  for (std::size_t i = 1; i < name.size(); ++i) {
    const bool inner = (name[i - 1] | 0x20) >= 'a' && (name[i - 1] | 0x20) <= 'z';
    if (inner && name[i] >= 'A' && name[i] <= 'Z')
      name[i] = static_cast<char>(name[i] | 0x20);
  }
  return name;
}

}  // namespace

std::size_t Linker::entity(NameKind kind, std::uint64_t key) {
  const auto [place, fresh] = by_key_.emplace(key, entities_.size());
  if (fresh) {
    entities_.emplace_back();
    entities_.back().name.kind = kind;
  }
  return place->second;
}

// The words with single blanks between, hyphens and dots kept.
std::string Linker::tidy(Tokens words) const {
  std::string name;
  std::size_t at = words.front().begin;
  const std::size_t end = words.back().end;
  while (at < end) {
    const char c = text_[at++];
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  return name;
}

Linker::Tokens Linker::without_legal_form(Tokens words) const {
  Tokens kept = words;
  while (kept.size() > 1 && (lexicon_.classes(kept.back().word) & kLegalForm) != 0)
    kept = kept.first(kept.size() - 1);
  while (kept.size() > 1 && kept.back().shape == Shape::kLower)
    kept = kept.first(kept.size() - 1);  // "and" of "and Co".
  const bool common = kept.size() == 1 &&
                      (lexicon_.classes(kept[0].word) & (kCommonWord | kNoName)) != 0;
  return common ? words : kept;
}

void Linker::register_words(Tokens words, std::size_t entity) {
  by_words_.emplace(words_key(words), entity);
}

void Linker::add_given(const Name& name) {
  text_ = name.text;
  const std::vector<Token> words = tokenize(name.text, lexicon_);
  if (words.empty()) return;
  const auto made = name.kind == NameKind::kPerson && words.size() > 1
                        ? person_entity(words)
                        : other_entity(name.kind, words);
  entities_[made].name = name;
  entities_[made].mentions = 1;
  entities_[made].given = true;
}

// The name that editors gave in the same words.
std::size_t Linker::given_entity(Tokens words) const {
  const auto same = by_words_.find(words_key(words));
  if (same != by_words_.end() && entities_[same->second].given) return same->second;
  return Link::kNone;
}

// "Supreme Court" that is not the U.S. one: "Supreme Court of Kenya" if the article was
// given that, else just so.
std::size_t Linker::foreign_body(const KnownName& known) {
  const std::string_view plain = lexicon_.plain(known);
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const std::string_view text = entities_[i].name.text;
    if (entities_[i].given && text.starts_with(plain) &&
        text.substr(plain.size()).starts_with(" of "))
      return i;
  }
  const auto made = entity(known.kind, chain(chain(kKnownKey, known.canonical), 1));
  entities_[made].known = &known;
  entities_[made].name.text = plain;
  return made;
}

std::size_t Linker::known_entity(const KnownName& known) {
  if (known.plain != 0 && !american_) return foreign_body(known);
  const auto made = entity(known.kind, chain(kKnownKey, known.canonical));
  entities_[made].known = &known;
  if (entities_[made].name.text.empty())
    entities_[made].name.text = lexicon_.text(known);
  return made;
}

// "Russian Foreign Ministry" of "Russia's foreign ministry".
std::size_t Linker::office_entity(const Candidate& office, Tokens words) {
  std::string name(lexicon_.adjective(*office.country));
  for (const Token& token : words) {
    name += ' ';
    std::string word(surface(std::span(&token, 1)));
    if (token.shape == Shape::kLower) word[0] = static_cast<char>(word[0] & ~0x20);
    name += word;
  }
  const std::vector<Token> tokens = tokenize(name, lexicon_);
  const auto made = entity(NameKind::kOrg, chain(kOtherKey, words_key(tokens)));
  by_words_.emplace(words_key(tokens), made);
  entities_[made].name.text = std::move(name);
  return made;
}

std::size_t Linker::person_entity(Tokens words) {
  Tokens bare = words;
  while (bare.size() > 2 && (lexicon_.classes(bare.back().word) & kNameSuffix) != 0)
    bare = bare.first(bare.size() - 1);
  auto key = chain(chain(kPersonKey, bare.front().hash), bare.back().hash);
  const auto made = entity(NameKind::kPerson, key);
  Entity& person = entities_[made];
  if (words.size() > person.words && !person.given) {
    person.name.text = tidy(words);
    person.words = words.size();
  }
  person.first_word = bare.front().hash;
  person.last_word = bare.back().hash;
  register_words(words, made);
  return made;
}

std::size_t Linker::other_entity(NameKind kind, Tokens words) {
  const Tokens bare = kind == NameKind::kOrg ? without_legal_form(words) : words;
  const auto made = entity(kind, chain(kOtherKey, words_key(bare)));
  if (entities_[made].name.text.empty()) {
    const bool capitals = bare.size() > 1 && is_capitals(bare);
    entities_[made].name.text = capitals ? proper_case(tidy(bare)) : tidy(bare);
    entities_[made].words = bare.size();
  }
  register_words(words, made);
  register_words(bare, made);
  const auto first = lexicon_.classes(bare[0].word);
  constexpr std::uint32_t kPlain = kCommonWord | kNoName | kGivenName | kTitlePart |
                                   kOrgHead | kPhraseStart | kTitle | kFunctionWord |
                                   kPlacePrefix;
  if (kind == NameKind::kOrg && words.size() > 1 && (first & kPlain) == 0)
    put_unique(by_first_word_, bare[0].hash, made);
  return made;
}

std::size_t Linker::certain_entity(const Candidate& candidate, Tokens words) {
  if (candidate.country != nullptr) return office_entity(candidate, words);
  if (const auto given = given_entity(words); given != Link::kNone) return given;
  if (candidate.known != nullptr) return known_entity(*candidate.known);
  if (candidate.kind == NameKind::kPerson) return person_entity(words);
  // "Russian Ministry of Foreign Affairs" is the Russian Foreign Ministry.
  if (candidate.kind == NameKind::kOrg && words.size() == 5 &&
      surface(words.subspan(1)) == "Ministry of Foreign Affairs") {
    const auto made = other_entity(candidate.kind, words);
    entities_[made].name.text =
        std::string(surface(words.first(1))) + " Foreign Ministry";
    return made;
  }
  return other_entity(candidate.kind, words);
}

void Linker::learn_capitals(std::string_view text, std::span<const Token> tokens) {
  text_ = text;
  constexpr std::uint32_t kNoPerson = kFunctionWord | kCommonWord | kNoName | kTitle |
                                      kTitlePart | kCalendar | kOrgHead | kThingHead;
  const auto is_name = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].glue == Glue::kSpace &&
           (lexicon_.classes(tokens[i].word) & kNoPerson) == 0;
  };
  bool learned = false;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const std::uint32_t given = lexicon_.classes(tokens[i + 1].word);
    const std::uint32_t title = lexicon_.classes(tokens[i].word);
    if ((title & (kTitle | kTitlePart)) == 0 || (given & kGivenName) == 0 ||
        !is_name(i + 1) || tokens[i].possessive || tokens[i + 1].possessive)
      continue;
    std::size_t last = i + 2;
    if (tokens[last].shape == Shape::kInitial && last + 1 < tokens.size()) ++last;
    if (!is_name(last) || tokens[last].shape != Shape::kAllCaps) continue;
    // "STATE" of "SECRETARY OF STATE" is weaker: "HEALTH GRACE PERIODS".
    if ((title & kTitle) == 0 && tokens[last].word != 0) continue;
    const Tokens words = tokens.subspan(i + 1, last - i);
    const bool fresh = by_words_.find(words_key(words)) == by_words_.end();
    const auto made = person_entity(words);
    Entity& person = entities_[made];
    ++person.mentions;
    if (fresh && person.words == words.size() && !person.given)
      person.name.text = proper_case(person.name.text);
    learned = true;
  }
  if (learned) index_persons();
}

}  // namespace dateline::names
