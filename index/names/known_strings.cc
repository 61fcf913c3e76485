#include "index/names/known_strings.h"

#include "index/names/links/person_name.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::names {
namespace {

constexpr std::size_t kLongestName = 12;  // In tokens.
constexpr std::uint64_t kFirstKey = 51;

// Of a mention, in whole numbers.
std::uint32_t weight_of(double score) {
  return 1 + static_cast<std::uint32_t>(std::clamp(score - 0.5, 0.0, 0.5) * 40);
}

// Ends names of bodies that are called after their place: "Kaltungo" is not short for
// Kaltungo General Hospital.
bool is_body_of_place(std::string_view word) {
  constexpr std::array<std::string_view, 14> kBodies = {
      "Association", "Chamber", "City",     "College", "Council", "County",     "Court",
      "Diocese",     "FC",      "Hospital", "Police",  "School",  "University", "Zoo"};
  return std::find(kBodies.begin(), kBodies.end(), word) != kBodies.end();
}

}  // namespace

bool KnownStrings::Entry::is_name() const {
  return std::any_of(mentions.begin(), mentions.end(),
                     [](std::uint32_t count) { return count > 0; });
}

NameKind KnownStrings::Entry::kind() const {
  const auto most = std::max_element(weights.begin(), weights.end());
  return static_cast<NameKind>(most - weights.begin());
}

KnownStrings::Entry& KnownStrings::entry_of(std::uint64_t key) {
  const auto fresh = static_cast<std::uint32_t>(entries_.size());
  const std::uint32_t found = by_words_.emplace(key, fresh);
  if (found == fresh) entries_.emplace_back();
  return entries_[found];
}

void KnownStrings::add(NameKind kind, const Words& words, double score) {
  if (words.size() > kLongestName) return;
  std::uint64_t key = kFirstKey;
  for (std::size_t i = 0; i < words.size(); ++i) {
    key = chain(key, word_key(words.text, words.tokens[i]));
    Entry& entry = entry_of(key);
    if (i + 1 < words.size()) {
      entry.is_prefix = true;
    } else {
      ++entry.mentions[static_cast<std::size_t>(kind)];
      entry.weights[static_cast<std::size_t>(kind)] += weight_of(score);
    }
  }
  if (words.size() < 2) return;
  if (kind == NameKind::kPerson) add_surname(words);
  if (kind == NameKind::kOrg) add_short_form(words);
}

void KnownStrings::add_surname(const Words& words) {
  const PersonName person(words, lexicon_);
  const auto& family = person.family_first() ? person.first() : person.family();
  if (person.size() < 2 || family.last - family.first > 1 || family.is_initial) return;
  const Token& token = words.tokens[family.first];
  entry_of(chain(kFirstKey, word_key(words.text, token))).is_surname = true;
}

// "Elliott" of Elliott Management; not "Boston" of the Boston Celtics.
void KnownStrings::add_short_form(const Words& words) {
  constexpr std::uint32_t kPlain = kCommonWord | kNoName | kFunctionWord | kCalendar |
                                   kTitle | kTitlePart | kOrgHead | kOrgOfHead |
                                   kPlaceHead | kPlacePrefix;
  const Words first{words.text, words.tokens.first(1)};
  const Token& token = first.tokens[0];
  if (token.shape != Shape::kCapital || words.tokens[1].glue != Glue::kSpace) return;
  if ((lexicon_.classes(token.word) & kPlain) != 0) return;
  if (is_body_of_place(words[words.size() - 1])) return;
  if (lexicon_.longest(first.tokens, first.text).length != 0) return;
  entry_of(chain(kFirstKey, word_key(words.text, token))).begins_org = true;
}

KnownString KnownStrings::longest(const Words& words) const {
  KnownString best;
  std::uint64_t key = kFirstKey;
  for (std::size_t i = 0; i < words.size() && i < kLongestName; ++i) {
    const bool inside = i > 0 && (words.tokens[i].glue > Glue::kAmpersand ||
                                  words.tokens[i - 1].possessive);
    if (inside) break;
    key = chain(key, word_key(words.text, words.tokens[i]));
    const std::uint32_t found = by_words_.find(key);
    if (found == KeyMap::kNone) break;
    const Entry& entry = entries_[found];
    if (entry.is_name()) {
      best = {i + 1, entry.kind(), false};
    } else if (entry.is_surname) {
      best = {i + 1, NameKind::kPerson, true};
    }
    if (!entry.is_prefix) break;
  }
  return best;
}

NameKind KnownStrings::usual_kind(const Words& words, NameKind kind) const {
  std::uint64_t key = kFirstKey;
  for (const Token& token : words.tokens) key = chain(key, word_key(words.text, token));
  const std::uint32_t found = by_words_.find(key);
  if (found == KeyMap::kNone) return kind;
  const Entry& entry = entries_[found];
  const NameKind usual = entry.kind();
  const auto count = [&](NameKind of) {
    return entry.mentions[static_cast<std::size_t>(of)];
  };
  // "Tata" may be the firm that Ratan Tata led.
  const bool person = entry.is_surname && words.size() == 1 &&
                      count(kind) <= std::max(count(NameKind::kPerson), 1u);
  if (person) return NameKind::kPerson;
  if (entry.begins_org && words.size() == 1 && !entry.is_surname) return NameKind::kOrg;
  const auto weight = [&](NameKind of) {
    return entry.weights[static_cast<std::size_t>(of)];
  };
  return entry.is_name() && weight(usual) >= 2 * weight(kind) ? usual : kind;
}

}  // namespace dateline::names
