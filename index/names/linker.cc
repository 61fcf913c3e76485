#include "index/names/linker.h"

#include "index/names/linker_keys.h"

#include <algorithm>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kLongestMatch = 8;  // In tokens.

}  // namespace

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
    no_places_.insert(tokens_[candidate.first].hash);
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

Link Linker::match(std::string_view text, std::span<const Token> tokens,
                   bool all_capitals, std::size_t& length) {
  length = 0;
  Link best;
  if ((lexicon_.classes(tokens[0].word) & kPhraseStart) != 0) {
    const KnownSpan known = lexicon_.longest(tokens, text);
    const bool person = known.length == 1 && no_places_.count(tokens[0].hash) != 0;
    const bool sure = !person && known.name != nullptr && !known.name->is_title &&
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
