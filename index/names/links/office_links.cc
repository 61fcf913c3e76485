// The bodies of countries: "Russian Ministry of Foreign Affairs", "Russia's foreign
// ministry" and "Russian Foreign Ministry" are one.

#include "index/names/links/article_names.h"

#include <algorithm>
#include <array>

namespace dateline::names {
namespace {

constexpr std::uint64_t kOfficeKey = 21;
constexpr std::size_t kMostWords = 8;

// Every country has one.
constexpr std::array<std::string_view, 18> kHeads = {
    "ministry", "department", "parliament", "army",     "navy",    "air",
    "police",   "government", "cabinet",    "treasury", "embassy", "senate",
    "congress", "court",      "military",   "police",   "marines", "guard"};
constexpr std::array<std::string_view, 6> kLinks = {"of",  "for",     "the",
                                                    "and", "affairs", "force"};

template <typename Hashes>
bool has(const Hashes& words, std::uint32_t hash) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return word_hash(word) == hash; });
}

// An office and the country whose it is.
struct Office {
  const KnownName* country = nullptr;
  Words words;  // Without the country.
};

// "Ministry of Finance of Russia": the country at the end.
Office country_at_end(const ArticleNames& names, const Words& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] != "of") continue;
    std::size_t at = i + 1;
    if (words[at] == "the" && at + 1 < words.size()) ++at;
    const KnownSpan span = names.lexicon.longest(words.tokens.subspan(at), words.text);
    if (span.name != nullptr && span.name->is_country &&
        at + span.length == words.size())
      return {span.name, words.until(i)};
  }
  return {};
}

Office read_office(const ArticleNames& names, const Form& form) {
  if (form.country != nullptr) return {form.country, form.words};
  const KnownSpan span = names.lexicon.longest(form.words.tokens, form.words.text);
  const bool at_front =
      span.name != nullptr && span.name->is_country && span.length < form.words.size();
  return at_front ? Office{span.name, form.words.from(span.length)}
                  : country_at_end(names, form.words);
}

// A key that the order of the words does not change; 0: no office of a state.
std::uint64_t office_key(const Office& office) {
  if (office.country == nullptr || office.words.size() > kMostWords) return 0;
  std::uint64_t sum = 0;
  bool is_state = false;
  for (const Token& token : office.words.tokens) {
    is_state = is_state || has(kHeads, token.hash);
    if (!has(kLinks, token.hash)) sum += chain(kOfficeKey, token.hash);
  }
  return is_state ? chain(chain(kOfficeKey, office.country->canonical), sum) : 0;
}

std::string capitalised(std::string_view word) {
  std::string name(word);
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] & ~0x20);
  return name;
}

// "Foreign Ministry" of "Ministry of Foreign Affairs".
std::string office_name(const Words& words) {
  std::string name;
  const bool turned = words.size() > 2 && words[1] == "of" &&
                      (words[0] == "Ministry" || words[0] == "Department");
  for (std::size_t i = turned ? 2 : 0; i < words.size(); ++i) {
    const bool affairs = turned && i == 3 && words.size() == 4 && words[i] == "Affairs";
    if (affairs) continue;
    if (!name.empty()) name += ' ';
    const auto word = words[i];
    name += word == "of" || word == "for" || word == "the" || word == "and"
                ? std::string(word)
                : capitalised(word);
  }
  if (turned) (name += ' ') += words[0];
  return name;
}

std::string label_of(const ArticleNames& names, const Office& office) {
  constexpr std::string_view kAmerican = "American";
  std::string label(names.lexicon.adjective(*office.country));
  if (label == kAmerican) label = "U.S.";
  return (label += ' ') += office_name(office.words);
}

}  // namespace

void link_offices(ArticleNames& names) {
  KeyMap offices;
  for (std::uint32_t i = 0; i < names.forms.size(); ++i) {
    const Form& form = names.forms[i];
    if (form.entity != kNone || form.kind != NameKind::kOrg) continue;
    if (form.words.size() < 2 && form.country == nullptr) continue;
    const Office office = read_office(names, form);
    const std::uint64_t key = office_key(office);
    if (key == 0) continue;
    const auto fresh = static_cast<std::uint32_t>(names.entities.size());
    const std::uint32_t owner = offices.emplace(key, fresh);
    if (owner == fresh) {
      names.found(i);
      names.entities[owner].label = label_of(names, office);
    } else {
      names.join(i, owner, LinkRule::kOffice);
    }
  }
}

}  // namespace dateline::names
