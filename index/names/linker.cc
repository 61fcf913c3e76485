#include "index/names/linker.h"

#include <algorithm>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-2);
constexpr std::size_t kLongestMatch = 8;  // In tokens.

std::uint64_t chain(std::uint64_t key, std::uint64_t next) {
  key = (key ^ next) * 0x9E3779B97F4A7C15u;
  return key ^ (key >> 32);
}

// "FREMONT FALLS", but not "ABC TV".
bool is_capitals(std::span<const Token> words) {
  constexpr std::size_t kLongAcronym = 5;
  for (const Token& token : words)
    if (token.shape != Shape::kAllCaps || token.end - token.begin < kLongAcronym)
      return false;
  return true;
}

template <typename Words>
std::uint64_t words_key(const Words& words) {
  std::uint64_t key = words.size();
  for (const Token& token : words) key = chain(key, token.hash);
  return key;
}

constexpr std::uint64_t kPersonKey = 11;
constexpr std::uint64_t kKnownKey = 12;
constexpr std::uint64_t kOtherKey = 13;

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

// Puts `entity` under `word`; a second one makes the word ambiguous.
void put_unique(std::unordered_map<std::uint32_t, std::size_t>& map, std::uint32_t word,
                std::size_t entity) {
  const auto [place, fresh] = map.emplace(word, entity);
  if (!fresh && place->second != entity) place->second = kAmbiguous;
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

void Linker::link_certain(std::span<const Candidate> candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const Tokens words = words_of(candidate);
    const bool lone_person = candidate.kind == NameKind::kPerson && words.size() == 1;
    if (!candidate.certain || lone_person) continue;
    const auto made = certain_entity(candidate, words);
    ++entities_[made].mentions;
    links_[i] = {made, candidate.score, {}};
    if (candidate.known == nullptr && i + 1 < candidates.size())
      note_acronym(candidate, candidates[i + 1], made);
  }
}

// "Federation of American Scientists (FAS)"; "New START" for "the START treaty".
void Linker::note_acronym(const Candidate& owner, const Candidate& acronym,
                          std::size_t entity) {
  const Tokens words = words_of(acronym);
  if (owner.kind == NameKind::kPerson || acronym.first != owner.last ||
      words.size() != 1 || words[0].glue != Glue::kOpen ||
      words[0].shape != Shape::kAllCaps)
    return;
  if (text_[words[0].begin] == text_[tokens_[owner.first].begin])
    put_unique(acronyms_, words[0].hash, entity);
}

void Linker::index_persons() {
  by_surname_.clear();
  by_given_name_.clear();
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const Entity& person = entities_[i];
    if (person.name.kind != NameKind::kPerson || person.last_word == 0) continue;
    const auto [place, fresh] = by_surname_.emplace(person.last_word, i);
    if (!fresh && entities_[place->second].mentions < person.mentions)
      place->second = i;
    if (person.words > 1) put_unique(by_given_name_, person.first_word, i);
  }
}

// "Secretary Blinken" is Antony Blinken if the article has him, else just Blinken.
void Linker::link_lone_persons(std::span<const Candidate> candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const Tokens words = words_of(candidate);
    if (!candidate.certain || candidate.kind != NameKind::kPerson || words.size() != 1)
      continue;
    const auto found = by_surname_.find(words[0].hash);
    const auto made = found != by_surname_.end() ? found->second : person_entity(words);
    ++entities_[made].mentions;
    links_[i] = {made, candidate.score, {}};
  }
}

// The words that stand alone twice, or once before a verb of speech: surnames.
std::unordered_set<std::uint32_t> Linker::lone_words(
    std::span<const Candidate> candidates) const {
  std::unordered_set<std::uint32_t> once;
  std::unordered_set<std::uint32_t> lone;
  for (const Candidate& candidate : candidates) {
    if (candidate.certain || candidate.last - candidate.first != 1) continue;
    const auto word = tokens_[candidate.first].hash;
    if (!once.insert(word).second) lone.insert(word);
    if (candidate.last >= tokens_.size()) continue;
    const Token& next = tokens_[candidate.last];
    if (next.glue == Glue::kSpace && next.shape == Shape::kLower &&
        (lexicon_.classes(next, text_) & kSpeech) != 0)
      lone.insert(word);
  }
  return lone;
}

// Runs of capitals without evidence of their own: known from elsewhere in the article,
// or persons whose last name also stands alone.
void Linker::link_unsure(std::span<const Candidate> candidates) {
  const auto lone = lone_words(candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const Tokens words = words_of(candidate);
    if (candidate.certain || words.size() < 2) continue;
    const auto same = by_words_.find(words_key(words));
    if (same != by_words_.end()) {
      ++entities_[same->second].mentions;
      links_[i] = {same->second, 0.8, "named so elsewhere in the article"};
      continue;
    }
    const auto last = lexicon_.classes(words.back().word);
    // The first word of a sentence may be any: "Putting Vioxx".
    const bool name_like =
        words.size() <= 3 && (last & kPlaceHead) == 0 &&
        (lexicon_.classes(words[0].word) & (kCommonWord | kNoName)) == 0 &&
        !words[0].sentence_start && words[0].shape == Shape::kCapital &&
        words.back().shape == Shape::kCapital;
    if (!name_like || lone.count(words.back().hash) == 0) continue;
    const auto made = person_entity(words);
    ++entities_[made].mentions;
    links_[i] = {made, 0.65, "surname stands alone elsewhere"};
  }
}

Link Linker::find_lone(const Token& token) const {
  const auto look = [&](const auto& map) {
    const auto found = map.find(token.hash);
    return found == map.end() || found->second == kAmbiguous ? Link::kNone
                                                             : found->second;
  };
  if (const auto name = look(acronyms_); name != Link::kNone)
    return {name, 0.9, "short for"};
  if (token.shape == Shape::kInitial) return {};
  const auto surname = look(by_surname_);
  if (surname != Link::kNone) return {surname, 0.85, "surname of"};
  if (token.shape != Shape::kAllCaps || token.end - token.begin > 3) {
    const auto key = words_key(std::span(&token, 1));
    const auto found = by_words_.find(key);
    if (found != by_words_.end()) return {found->second, 0.8, "short for"};
  }
  if (const auto name = look(by_given_name_); name != Link::kNone)
    return {name, 0.75, "given name of"};
  if (const auto name = look(by_first_word_); name != Link::kNone)
    return {name, 0.7, "short for"};
  return {};
}

void Linker::link_lone(std::span<const Candidate> candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (candidate.certain || candidate.last - candidate.first != 1) continue;
    links_[i] = find_lone(tokens_[candidate.first]);
    if (links_[i].name != Link::kNone) ++entities_[links_[i].name].mentions;
  }
}

// Whether no other country is named more often than the United States.
bool Linker::is_american(std::span<const Candidate> candidates) const {
  std::unordered_map<std::uint32_t, std::size_t> others;
  std::size_t american = 0;
  std::size_t most = 0;
  for (const Candidate& candidate : candidates) {
    if (candidate.known == nullptr) continue;
    if (lexicon_.is_american(*candidate.known)) {
      ++american;
    } else if (candidate.known->is_country) {
      most = std::max(most, ++others[candidate.known->canonical]);
    }
  }
  return american > 0 && american >= most;
}

// The words that are places beyond doubt somewhere: "in Washington", "WASHINGTON - ".
std::unordered_set<std::uint32_t> Linker::sure_places(
    std::span<const Candidate> candidates) const {
  std::unordered_set<std::uint32_t> places;
  for (const Candidate& candidate : candidates) {
    if (candidate.known == nullptr || candidate.known->kind != NameKind::kPlace ||
        candidate.last - candidate.first != 1)
      continue;
    const Token& token = tokens_[candidate.first];
    const bool in =
        candidate.first > 0 &&
        (lexicon_.classes(tokens_[candidate.first - 1], text_) & kLocative) != 0;
    if (in || token.shape == Shape::kAllCaps) places.insert(token.hash);
  }
  return places;
}

// "Jordan" is the player where Michael Jordan was named, unless "in Jordan".
void Linker::prefer_persons(std::span<const Candidate> candidates) {
  const auto places = sure_places(candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (candidate.known == nullptr || candidate.known->is_demonym ||
        candidate.known->kind != NameKind::kPlace ||
        candidate.last - candidate.first != 1)
      continue;
    const auto found = by_surname_.find(tokens_[candidate.first].hash);
    if (found == by_surname_.end()) continue;
    if (places.count(tokens_[candidate.first].hash) != 0) continue;
    links_[i] = {found->second, 0.7, "surname of"};
  }
}

void Linker::learn(std::string_view text, std::span<const Token> tokens,
                   std::span<const Candidate> candidates) {
  text_ = text;
  tokens_ = tokens;
  links_.assign(candidates.size(), {});
  link_certain(candidates);
}

std::vector<Link> Linker::link(std::string_view text, std::span<const Token> tokens,
                               std::span<const Candidate> candidates) {
  text_ = text;
  tokens_ = tokens;
  links_.assign(candidates.size(), {});
  american_ = is_american(candidates);
  link_certain(candidates);
  index_persons();
  link_lone_persons(candidates);
  link_unsure(candidates);
  index_persons();
  for (const Entity& thing : entities_) {
    // An all-capitals word of a thing's name stands for it: START.
    if (thing.name.kind != NameKind::kThing) continue;
    const std::vector<Token> words = tokenize(thing.name.text, lexicon_);
    for (const Token& token : words)
      if (words.size() > 1 && token.shape == Shape::kAllCaps &&
          token.end - token.begin >= 4)
        put_unique(acronyms_, token.hash,
                   static_cast<std::size_t>(&thing - entities_.data()));
  }
  link_lone(candidates);
  prefer_persons(candidates);
  return std::move(links_);
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
    if ((lexicon_.classes(tokens[i].word) & kTitle) == 0 || (given & kGivenName) == 0 ||
        !is_name(i + 1) || tokens[i].possessive || tokens[i + 1].possessive)
      continue;
    std::size_t last = i + 2;
    if (tokens[last].shape == Shape::kInitial && last + 1 < tokens.size()) ++last;
    if (!is_name(last) || tokens[last].shape != Shape::kAllCaps) continue;
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

Link Linker::match(std::string_view text, std::span<const Token> tokens,
                   bool all_capitals, std::size_t& length) {
  length = 0;
  Link best;
  if ((lexicon_.classes(tokens[0].word) & kPhraseStart) != 0) {
    const KnownSpan known = lexicon_.longest(tokens, text);
    const bool sure = known.name != nullptr && !known.name->is_title &&
                      !(all_capitals && known.name->unsure_in_capitals);
    if (sure) {
      best = {known_entity(*known.name), 0.85, "known name"};
      length = known.length;
    }
  }
  std::uint64_t key = 0;
  for (std::size_t n = 1; n <= kLongestMatch && n <= tokens.size(); ++n) {
    if (n > 1 && (tokens[n - 1].glue > Glue::kAmpersand || tokens[n - 2].possessive))
      break;
    key = words_key(tokens.first(n));
    if (n <= length) continue;
    const auto found = by_words_.find(key);
    if (found == by_words_.end()) continue;
    best = {found->second, 0.85, "named so in the text"};
    length = n;
  }
  if (length == 0 && (lexicon_.classes(tokens[0].word) & kCommonWord) == 0) {
    best = find_lone(tokens[0]);
    length = best.name != Link::kNone ? 1 : 0;
  }
  return best;
}

}  // namespace dateline::names
