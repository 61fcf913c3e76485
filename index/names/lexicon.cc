#include "index/names/lexicon.h"

#include "index/names/tables.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline::names {
namespace {

constexpr std::string_view kBlanks = " \n\t";

// In a text all in capitals these are likelier to be plain words.
constexpr std::array<std::string_view, 40> kUnsureInCapitals = {
    "ANA", "AP",  "ATP", "AU",  "BIS", "BSE", "BT",  "CAP", "CAR", "CARE",
    "CHP", "CPS", "DAX", "EC",  "EFE", "ETA", "EY",  "FA",  "FAZ", "Fed",
    "GE",  "GM",  "HP",  "ICE", "IPC", "ISS", "LG",  "MAS", "MIT", "NEC",
    "PAN", "PRI", "PT",  "RT",  "SAP", "SAS", "SEC", "UPS", "US",  "WHO"};

constexpr std::string_view kAmerican = "U.S. ";

// "Supreme Court" of "U.S. Supreme Court". Only one country has a State Department.
bool may_be_foreign(std::string_view alias, std::string_view canonical) {
  return canonical.starts_with(kAmerican) && !alias.starts_with("U") &&
         alias != "State Department";
}

// Calls `use` with each non-empty part of `list`, trimmed.
template <typename Use>
void for_each_part(std::string_view list, std::string_view separators, Use use) {
  while (!list.empty()) {
    const auto end = std::min(list.find_first_of(separators), list.size());
    auto part = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const auto first = part.find_first_not_of(kBlanks);
    if (first == part.npos) continue;
    part = part.substr(first, part.find_last_not_of(kBlanks) - first + 1);
    use(part);
  }
}

std::uint64_t mix(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15u;
  return key ^ (key >> 29);
}

template <typename Integer>
Integer load(const char* from) {
  Integer value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// Words up to eight bytes are known by all of these, longer ones by this hash of their
// first and last eight beside Token::hash: 96 bits, which no two words of a text share.
constexpr std::size_t kLetters = 8;
constexpr std::uint64_t kTailFactor = 0x9E3779B97F4A7C15u;

// Zeros after the last byte. Never reads beyond `word`.
std::uint64_t letters_of(std::string_view word) {
  const std::size_t size = word.size();
  const auto at = [&](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  };
  if (size > kLetters)
    return load<std::uint64_t>(word.data()) ^
           (load<std::uint64_t>(word.data() + size - kLetters) * kTailFactor);
  if (size == kLetters) return load<std::uint64_t>(word.data());
  if (size >= 4)
    return load<std::uint32_t>(word.data()) |
           std::uint64_t{load<std::uint32_t>(word.data() + size - 4)}
               << (8 * (size - 4));
  return size == 0 ? 0 : at(0) | at(size / 2) | at(size - 1);
}

// The same of a token's word, where eight bytes from its begin on are in `text`;
// without a branch on its length.
std::uint64_t letters_inside(std::string_view text, const Token& token) {
  const std::size_t size = token.end - token.begin;
  const bool is_long = size > kLetters;
  const std::uint64_t first =
      load<std::uint64_t>(text.data() + token.begin) &
      (~std::uint64_t{0} >> (8 * (kLetters - std::min(size, kLetters))));
  const std::size_t tail_at = is_long ? token.end - kLetters : token.begin;
  const std::uint64_t tail = load<std::uint64_t>(text.data() + tail_at);
  return first ^ ((tail * kTailFactor) & (0u - std::uint64_t{is_long}));
}

// "RUSSIA" -> "Russia".
std::string usual_writing(std::string_view word) {
  std::string usual(word);
  for (std::size_t i = 1; i < usual.size(); ++i)
    if (usual[i] >= 'A' && usual[i] <= 'Z')
      usual[i] = static_cast<char>(usual[i] | 0x20);
  return usual;
}

// What names of a class of users' lists are.
NameKind kind_of(NameClass name_class) {
  switch (name_class) {
    case NameClass::kGivenName:
    case NameClass::kRareGivenName:
    case NameClass::kSurname:
    case NameClass::kRareSurname:
    case NameClass::kPerson:
      return NameKind::kPerson;
    case NameClass::kCountry:
    case NameClass::kRegion:
    case NameClass::kCity:
    case NameClass::kTown:
    case NameClass::kPlace:
    case NameClass::kDemonym:
      return NameKind::kPlace;
    case NameClass::kOrganisation:
    case NameClass::kAcronym:
    case NameClass::kCompany:
    case NameClass::kTeam:
      return NameKind::kOrg;
    case NameClass::kThing:
      return NameKind::kThing;
  }
  return NameKind::kThing;
}

}  // namespace

Lexicon::Lexicon(std::span<const ListedName> lists)
    : classes_(1), starts_(1), slots_(1 << 12), edges_(1 << 12), nodes_(1) {
  for (const WordList& list : word_lists()) add_words(list.words, list.word_class);
  add_words(given_names(), kGivenName);
  KnownName title;
  title.is_title = true;
  for_each_part(title_phrases(), "\n",
                [&](std::string_view phrase) { add_phrase(phrase, title); });
  add_places();
  add_peoples(peoples(), false);
  add_peoples(countries(), true);
  for (const auto list : {organisations(), companies(), media(), parties()})
    add_lines(list, {.kind = NameKind::kOrg});
  add_lines(things(), {.kind = NameKind::kThing});
  for (const ListedName& listed : lists) add_listed(listed);
  for (const std::string& text : texts_)
    american_.push_back(text == "United States" || text == "Washington" ||
                        text == "White House" || text.starts_with(kAmerican));
}

void Lexicon::add_words(std::string_view list, std::uint32_t word_class) {
  for_each_part(list, kBlanks,
                [&](std::string_view word) { classes_[intern(word)] |= word_class; });
}

void Lexicon::add_lines(std::string_view lines, KnownName name) {
  for_each_part(lines, "\n",
                [&](std::string_view line) { add_names(line, name, '|'); });
}

void Lexicon::add_places() {
  for_each_part(places(), "|", [&](std::string_view entry) {
    add_names(entry, {.kind = NameKind::kPlace}, '=');
  });
}

void Lexicon::add_peoples(std::string_view lines, bool are_countries) {
  for_each_part(lines, "\n", [&](std::string_view line) {
    const auto first = line.find(':');
    const auto second = std::min(line.find(':', first + 1), line.size());
    const auto own = line.substr(0, first);
    KnownName place{.kind = NameKind::kPlace, .is_country = are_countries};
    const auto demonyms = line.substr(first + 1, second - first - 1);
    const auto label = own.substr(0, own.find('|'));
    const KnownName* known = find_phrase(label);
    place.canonical = known != nullptr ? known->canonical : add_text(label);
    place.adjective = demonyms.empty()
                          ? place.canonical
                          : add_text(demonyms.substr(0, demonyms.find('|')));
    for_each_part(own, "|", [&](std::string_view name) { add_phrase(name, place); });
    place.is_demonym = true;
    for_each_part(demonyms, "|",
                  [&](std::string_view name) { add_phrase(name, place); });
    for_each_part(line.substr(second), ":|", [&](std::string_view city) {
      add_names(city, {.kind = NameKind::kPlace}, '=');
    });
  });
}

void Lexicon::add_names(std::string_view names, KnownName name, char separator) {
  name.canonical = add_text(names.substr(0, names.find(separator)));
  for_each_part(names, std::string_view(&separator, 1), [&](std::string_view part) {
    name.plain = may_be_foreign(part, texts_[name.canonical]) ? add_text(part) : 0;
    add_phrase(part, name);
  });
}

void Lexicon::add_listed(const ListedName& listed) {
  if (listed.name_class == NameClass::kSurname ||
      listed.name_class == NameClass::kRareSurname)
    return;  // Evidence for the tagger only.
  if (listed.name_class == NameClass::kGivenName ||
      listed.name_class == NameClass::kRareGivenName) {
    add_words(listed.name, kGivenName);
    return;
  }
  KnownName name = canonical_name(listed);
  if (listed.name_class == NameClass::kDemonym) {
    name.is_demonym = true;
    name.adjective = add_text(listed.name);
  }
  add_phrase(listed.name, name);
}

// What a listed name is filed under; made known if it is not yet.
KnownName Lexicon::canonical_name(const ListedName& listed) {
  const std::string& canonical =
      listed.canonical.empty() ? listed.name : listed.canonical;
  const NameKind kind = kind_of(listed.name_class);
  const KnownName* known = find_phrase(canonical);
  if (known != nullptr && known->kind == kind && !known->is_title && !known->is_demonym)
    return *known;
  KnownName name{.kind = kind};
  name.canonical = name.adjective = add_text(canonical);
  name.is_country = listed.name_class == NameClass::kCountry;
  add_phrase(canonical, name);
  return name;
}

// The name that is all of `phrase`, or null.
const KnownName* Lexicon::find_phrase(std::string_view phrase) const {
  const auto tokens = tokenize(phrase, *this);
  const KnownSpan span = longest(tokens, phrase);
  return span.length == tokens.size() ? span.name : nullptr;
}

std::uint32_t Lexicon::add_text(std::string_view text) {
  texts_.emplace_back(text);
  return static_cast<std::uint32_t>(texts_.size() - 1);
}

void Lexicon::add_phrase(std::string_view phrase, const KnownName& name) {
  std::uint32_t node = 0;
  for (const Token& token : tokenize(phrase, *this)) {
    const auto word = intern(phrase.substr(token.begin, token.end - token.begin));
    if (node == 0) classes_[word] |= kPhraseStart;
    node = make_child(node, word);
  }
  if (node == 0) return;
  KnownName known = name;
  known.unsure_in_capitals =
      std::find(kUnsureInCapitals.begin(), kUnsureInCapitals.end(), phrase) !=
      kUnsureInCapitals.end();
  names_.push_back(known);
  nodes_[node].name = static_cast<std::uint32_t>(names_.size());
}

// The first two slots are looked at without a branch on whether the word is there,
// which nothing foretells: most look-ups end with them.
inline std::uint32_t Lexicon::find_letters(std::uint32_t hash,
                                           std::uint64_t letters) const {
  const std::size_t mask = slots_.size() - 1;
  const WordSlot& first = slots_[hash & mask];
  const WordSlot& second = slots_[(hash + 1) & mask];
  const auto word_in = [&](const WordSlot& slot) {
    const bool same = (slot.hash == hash) & (slot.letters == letters);
    return slot.word & (0u - std::uint32_t{same});
  };
  const std::uint32_t found = word_in(first) | word_in(second);
  // Not 0: neither slot has the word, and none of them is free. One number, or
  // compilers make three branches of it.
  const std::uint32_t beyond =
      std::min(first.word, second.word) & (0u - std::uint32_t{found == 0});
  if (beyond != 0) [[unlikely]]
    return probe(hash, letters);
  return found;
}

std::uint32_t Lexicon::probe(std::uint32_t hash, std::uint64_t letters) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].word != 0; at = (at + 1) & mask) {
    const WordSlot& slot = slots_[at];
    if (slot.hash == hash && slot.letters == letters) return slot.word;
  }
  return 0;
}

std::uint32_t Lexicon::find_exact(std::string_view word, std::uint32_t hash) const {
  return find_letters(hash, letters_of(word));
}

void Lexicon::look_up(std::string_view text, std::span<Token> tokens) const {
  constexpr std::size_t kAhead = 8;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < tokens.size())
      __builtin_prefetch(&slots_[tokens[i + kAhead].hash & mask]);
    Token& token = tokens[i];
    const auto word = text.substr(token.begin, token.end - token.begin);
    const bool inside = token.begin + kLetters <= text.size();
    const std::uint64_t letters =
        inside ? letters_inside(text, token) : letters_of(word);
    token.entry = find_letters(token.hash, letters);
    if ((token.shape == Shape::kAllCaps) & (token.entry == 0))
      token.entry = find(word, token.hash, token.shape);
    // Without a branch on capitals, which nothing foretells.
    token.word = token.entry & (0u - std::uint32_t{token.shape != Shape::kLower});
  }
}

std::uint32_t Lexicon::find(std::string_view word, std::uint32_t hash,
                            Shape shape) const {
  const auto found = find_exact(word, hash);
  constexpr std::size_t kLongestWord = 24;
  if (found != 0 || shape != Shape::kAllCaps || word.size() < 3 ||
      word.size() > kLongestWord)
    return found;
  return find_exact(usual_writing(word), hash);
}

std::uint32_t Lexicon::intern(std::string_view word) {
  const auto hash = word_hash(word);
  if (const auto found = find_exact(word, hash)) return found;
  classes_.push_back(0);
  starts_.push_back(0);
  if (classes_.size() * 4 > slots_.size()) grow_words();
  const auto id = static_cast<std::uint32_t>(classes_.size() - 1);
  put_word({letters_of(word), hash, id});
  return id;
}

void Lexicon::put_word(WordSlot slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots_[at].word != 0) at = (at + 1) & mask;
  slots_[at] = slot;
}

void Lexicon::grow_words() {
  std::vector<WordSlot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const WordSlot& slot : old)
    if (slot.word != 0) put_word(slot);
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint32_t word) const {
  const std::uint64_t key = (std::uint64_t{node} << 32) | word;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t slot = mix(key) & mask; edges_[slot].key != 0;
       slot = (slot + 1) & mask)
    if (edges_[slot].key == key) return edges_[slot].node;
  return 0;
}

std::uint32_t Lexicon::make_child(std::uint32_t node, std::uint32_t word) {
  if (const auto found = child(node, word)) return found;
  if (++edge_count_ * 2 > edges_.size()) grow_edges();
  nodes_[node].has_children = true;
  nodes_.emplace_back();
  const auto made = static_cast<std::uint32_t>(nodes_.size() - 1);
  if (node == 0) starts_[word] = made;
  put_edge((std::uint64_t{node} << 32) | word, made);
  return made;
}

void Lexicon::put_edge(std::uint64_t key, std::uint32_t node) {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = mix(key) & mask;
  while (edges_[slot].key != 0) slot = (slot + 1) & mask;
  edges_[slot] = {key, node};
}

void Lexicon::grow_edges() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old)
    if (edge.key != 0) put_edge(edge.key, edge.node);
}

KnownSpan Lexicon::longest(std::span<const Token> tokens, std::string_view text) const {
  KnownSpan best;
  if (tokens.empty()) return best;
  std::uint32_t word = tokens[0].entry;
  if ((classes_[word] & kPhraseStart) == 0) return best;
  std::uint32_t node = starts_[word];
  for (std::size_t i = 0;;) {
    const Node& own = nodes_[node];
    if (own.name != 0) best = {&names_[own.name - 1], i + 1};
    if (!own.has_children || ++i == tokens.size()) return best;
    const Token& token = tokens[i];
    if (token.glue > Glue::kAmpersand || tokens[i - 1].possessive) return best;
    word = token.entry;
    // "SECRETARY OF STATE".
    if (word == 0 && token.shape == Shape::kAllCaps &&
        text.substr(token.begin, token.end - token.begin) == "OF")
      word = find_exact("of", token.hash);
    node = word == 0 ? 0 : child(node, word);
    if (node == 0) return best;
  }
}

}  // namespace dateline::names
