// Letters that stand for a name: FAS for the Federation of American Scientists.

#include "index/names/links/acronyms.h"
#include "index/names/links/article_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace dateline::names {
namespace {

constexpr std::uint64_t kLettersKey = 41;
constexpr std::size_t kMostOwners = 16;
constexpr std::size_t kFewestLetters = 2;
constexpr std::size_t kMostLetters = 8;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// The letters of "FAS", "U.N." or "M&S", in lower case; empty: no acronym.
std::string letters_of(const Words& words) {
  std::string letters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = words.tokens[i];
    if (token.shape != Shape::kAllCaps && token.shape != Shape::kInitial) return {};
    if (i > 0 && token.glue != Glue::kAmpersand) return {};
    for (const char c : words[i])
      if (c != '.') letters += lower(c);
  }
  const bool fits = letters.size() >= kFewestLetters && letters.size() <= kMostLetters;
  return fits ? letters : std::string();
}

std::uint64_t letters_key(std::string_view letters) {
  return chain(chain(kLettersKey, letters.size()), word_hash(letters));
}

// "OF" where all is in capitals.
bool is_link_in_capitals(std::string_view word) {
  constexpr std::array<std::string_view, 6> kLinks = {"OF",  "AND", "FOR",
                                                      "THE", "IN",  "ON"};
  return std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
}

}  // namespace

std::string initials_of(const Words& words) {
  std::string initials;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words.tokens[i].is_capital() && !is_link_in_capitals(words[i]))
      initials += lower(words[i][0]);
  return initials;
}

namespace {

// "DEA" may be said of "U.S. Drug Enforcement Administration", too.
void add_initials(const ArticleNames& names, const Words& words, std::uint32_t entity,
                  KeyListMap& owners) {
  const std::string initials = initials_of(words);
  if (initials.size() >= kFewestLetters) owners.add(letters_key(initials), entity);
  const KnownSpan front = names.lexicon.longest(words.tokens, words.text);
  const bool country = front.name != nullptr && front.name->is_country;
  if (country && front.length + 1 < words.size())
    owners.add(letters_key(initials_of(words.from(front.length))), entity);
}

}  // namespace

bool is_acronym(const Words& words) { return !letters_of(words).empty(); }

namespace {

// How letters stand in a name, in their order.
struct LettersFound {
  std::size_t starts = 0;  // So many begin words.
  bool all = false;
};

LettersFound find_letters(std::string_view letters, const Words& name) {
  if (letters.empty() || name.size() < 2 || letters[0] != lower(name[0][0])) return {};
  std::size_t at = 0;
  std::size_t starts = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    for (std::size_t k = 0; k < name[i].size() && at < letters.size(); ++k) {
      if (lower(name[i][k]) != letters[at]) continue;
      starts += k == 0;
      ++at;
    }
  }
  return {starts, at == letters.size()};
}

}  // namespace

bool may_abbreviate(const Words& acronym, const Words& name) {
  const std::string letters = letters_of(acronym);
  const std::size_t starts = find_letters(letters, name).starts;
  return starts > 0 && 2 * starts >= letters.size();
}

void prefer_own_acronyms(ArticleNames& names) {
  const auto is_body = [](const Form& form) {
    return form.kind == NameKind::kOrg || form.kind == NameKind::kThing;
  };
  KeyMap owners;  // Letters -> canonical name, or 0 of what is not listed.
  for (const Form& form : names.forms) {
    if (!is_body(form) || form.words.size() < 2) continue;
    const std::string initials = initials_of(form.words);
    if (initials.size() >= kFewestLetters)
      owners.emplace(letters_key(initials),
                     form.known != nullptr ? form.known->canonical : 0);
  }
  for (Form& form : names.forms) {
    if (form.known == nullptr || !is_body(form)) continue;
    const std::string letters = letters_of(form.words);
    if (letters.size() <= kFewestLetters) continue;
    const std::uint32_t owner = owners.find(letters_key(letters));
    if (owner != KeyMap::kNone && owner != form.known->canonical) form.known = nullptr;
  }
}

namespace {

// "USW" of the United Steelworkers, "BOI" of the Bank of Industry: the one body that
// has all the letters, all but one at the start of words; kNone: there is none, or
// several.
std::uint32_t find_loosely(const ArticleNames& names, std::string_view letters,
                           NameKind kind) {
  constexpr std::size_t kMostForms = 500;  // Else the time would not be linear.
  std::uint32_t found = kNone;
  if (names.forms.size() > kMostForms) return kNone;
  for (const Form& form : names.forms) {
    if (form.kind != kind || form.kind == NameKind::kPerson || form.entity == kNone)
      continue;
    const LettersFound place = find_letters(letters, form.words);
    if (!place.all || place.starts + 1 < letters.size()) continue;
    if (found != kNone && found != form.entity) return kNone;
    found = form.entity;
  }
  return found;
}

}  // namespace

void link_acronyms(ArticleNames& names) {
  KeyListMap owners;
  for (std::uint32_t i = 0; i < names.forms.size(); ++i) {
    const Form& form = names.forms[i];
    if (form.kind == NameKind::kPerson || form.words.size() < 2) continue;
    if (form.entity == kNone) continue;
    add_initials(names, form.words, form.entity, owners);
  }
  for (std::uint32_t i = 0; i < names.forms.size(); ++i) {
    const Form& form = names.forms[i];
    if (form.entity != kNone || form.person != kNone) continue;
    std::uint32_t owner = kNone;
    bool several = false;
    const std::string letters = letters_of(form.words);
    if (!letters.empty())
      owners.for_each(letters_key(letters), kMostOwners, [&](std::uint32_t entity) {
        several = several || (owner != kNone && owner != entity);
        owner = entity;
      });
    if (owner == kNone && letters.size() > kFewestLetters)
      owner = find_loosely(names, letters, form.kind);
    if (owner != kNone && !several) {
      names.join(i, owner, LinkRule::kAcronym);
    } else {
      names.found(i);
    }
  }
}

}  // namespace dateline::names
