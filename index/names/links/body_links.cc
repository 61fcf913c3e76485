// Organisations, places and things: by all their words, or by a part of them.

#include "index/names/links/acronyms.h"
#include "index/names/links/article_names.h"

#include <algorithm>
#include <array>

namespace dateline::names {
namespace {

constexpr std::size_t kMostOwners = 64;  // Of one word that are compared.

std::uint64_t side_key(std::uint64_t side, const Words& words, std::size_t i) {
  return chain(side, word_key(words.text, words.tokens[i]));
}

bool starts_with(const Words& words, const Words& start) {
  return words_key(words.until(start.size())) == words_key(start);
}

bool ends_with(const Words& words, const Words& end) {
  return words_key(words.from(words.size() - end.size())) == words_key(end);
}

// "Products" of "Brodix Products": tells the kind, not who it is.
bool is_generic(const ArticleNames& names, const Words& words) {
  constexpr std::uint32_t kGeneric = kCompany | kOrgHead | kLegalForm | kCommonWord |
                                     kNoName | kTitlePart | kOfficeHead | kThingHead;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = words.tokens[i];
    const bool link = token.shape == Shape::kLower && token.glue <= Glue::kAmpersand;
    if (!link && (names.classes(words, i) & kGeneric) == 0) return false;
  }
  return true;
}

bool names_place(const ArticleNames& names, const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const KnownSpan span = names.lexicon.longest(words.tokens.subspan(i), words.text);
    if (span.name != nullptr && span.name->kind == NameKind::kPlace) return true;
  }
  return false;
}

// "Province" of "Hatay Province", but not "Airport".
bool is_territory(const Words& words) {
  constexpr std::array<std::string_view, 16> kHeads = {
      "Province", "Region", "County",   "District", "Oblast",     "Republic",
      "State",    "City",   "Islands",  "Island",   "Prefecture", "Peninsula",
      "province", "region", "district", "county"};
  return words.size() == 1 &&
         std::find(kHeads.begin(), kHeads.end(), words[0]) != kHeads.end();
}

bool is_known(const ArticleNames& names, const Words& words) {
  return names.lexicon.longest(words.tokens, words.text).length == words.size();
}

// "Brodix" of "Brodix Products"; not "Texaco" of "Texaco Canada".
bool is_front(const ArticleNames& names, const Form& part, const Form& whole) {
  if (!starts_with(whole.words, part.words)) return false;
  const Words rest = whole.words.from(part.words.size());
  const bool before = whole.first_mention < part.first_mention;
  const bool possessive = whole.words.tokens[part.words.size() - 1].possessive;
  if (rest.tokens[0].glue > Glue::kHyphen || possessive) return false;
  if (part.kind == NameKind::kPlace)
    return is_territory(rest) ||
           (before && rest.size() == 1 && !is_known(names, part.words));
  constexpr std::uint32_t kPlain = kCommonWord | kNoName | kTitlePart | kOrgHead |
                                   kTitle | kFunctionWord | kPlacePrefix | kThingHead;
  const bool plain =
      part.words.size() == 1 && (names.classes(part.words, 0) & kPlain) != 0;
  if (plain) return before;
  return is_generic(names, rest) ||
         (before && !names_place(names, rest) && rest.tokens[0].shape != Shape::kLower);
}

// "Supreme Court" of "Kenyan Supreme Court", "Rangers" of "Texas Rangers".
bool is_end(const ArticleNames& names, const Form& part, const Form& whole) {
  if (!ends_with(whole.words, part.words) || part.kind == NameKind::kPlace)
    return false;
  const Words rest = whole.words.until(whole.words.size() - part.words.size());
  if (rest.tokens.back().shape == Shape::kLower) return false;  // "of", "and"
  if (whole.first_mention < part.first_mention) {
    const KnownSpan own = names.lexicon.longest(part.words.tokens, part.words.text);
    const bool place =
        own.length == part.words.size() && own.name->kind == NameKind::kPlace;
    return !place;
  }
  if (part.kind == NameKind::kThing)
    return part.words.size() > 1 || part.words.tokens[0].shape == Shape::kAllCaps;
  const KnownSpan span = names.lexicon.longest(rest.tokens, rest.text);
  return part.words.size() > 1 && span.length == rest.size() &&
         span.name->kind == NameKind::kPlace;
}

// An all-capitals word of a thing's name stands for it: START.
bool is_key_word(const Form& part, const Form& whole) {
  constexpr std::size_t kFewestLetters = 4;
  if (whole.kind != NameKind::kThing || part.words.tokens[0].shape != Shape::kAllCaps ||
      part.words[0].size() < kFewestLetters)
    return false;
  const std::uint32_t key = part.words.tokens[0].hash;
  return std::any_of(whole.words.tokens.begin(), whole.words.tokens.end(),
                     [&](const Token& token) {
                       return token.shape == Shape::kAllCaps && token.hash == key;
                     });
}

class BodyLinker {
 public:
  explicit BodyLinker(ArticleNames& names) : names_(names) {}

  void run() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < names_.forms.size(); ++i) {
      const Form& form = names_.forms[i];
      if (form.person != kNone) continue;
      if (form.entity == kNone)
        order.push_back(i);
      else if (form.words.size() > 1)
        add(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return names_.forms[a].words.size() > names_.forms[b].words.size();
    });
    for (const std::uint32_t i : order) link(i);
  }

 private:
  enum Side : std::uint64_t { kFront = 31, kEnd = 32, kKeyWord = 33 };

  void link(std::uint32_t i) {
    const Form& form = names_.forms[i];
    std::uint32_t owner = kNone;
    bool several = false;
    const auto consider = [&](std::uint32_t other) {
      const Form& whole = names_.forms[other];
      if (whole.words.size() <= form.words.size() || whole.entity == owner) return;
      const bool part = whole.kind == form.kind &&
                        (is_front(names_, form, whole) || is_end(names_, form, whole));
      if (!part && !is_key_word(form, whole)) return;
      several = several || owner != kNone;
      owner = whole.entity;
    };
    by_word_.for_each(side_key(kFront, form.words, 0), kMostOwners, consider);
    by_word_.for_each(side_key(kEnd, form.words, form.words.size() - 1), kMostOwners,
                      consider);
    by_word_.for_each(side_key(kKeyWord, form.words, 0), kMostOwners, consider);
    if (owner != kNone && !several) {
      names_.join(i, owner, LinkRule::kPart);
    } else if (const auto known = known_front(form); known != kNone) {
      names_.join(i, known, LinkRule::kVariant);
    } else {
      found(i);
    }
    if (form.words.size() > 1) add(i);
  }

  // "Huawei Technologies" is the Huawei of the lists.
  std::uint32_t known_front(const Form& form) const {
    if (form.kind != NameKind::kOrg) return kNone;
    const KnownSpan span = names_.lexicon.longest(form.words.tokens, form.words.text);
    if (span.name == nullptr || span.name->kind != NameKind::kOrg ||
        span.length == form.words.size())
      return kNone;
    for (std::size_t i = span.length; i < form.words.size(); ++i)
      if ((names_.classes(form.words, i) & kCompany) == 0) return kNone;
    return names_.find_known(*span.name);
  }

  // A short form is known by its acronym later; only now is it nobody else's.
  void found(std::uint32_t i) {
    if (!is_acronym(names_.forms[i].words)) names_.found(i);
  }

  void add(std::uint32_t i) {
    const Words& words = names_.forms[i].words;
    by_word_.add(side_key(kFront, words, 0), i);
    by_word_.add(side_key(kEnd, words, words.size() - 1), i);
    if (names_.forms[i].kind != NameKind::kThing) return;
    for (std::size_t k = 0; k < words.size(); ++k)
      if (words.tokens[k].shape == Shape::kAllCaps)
        by_word_.add(side_key(kKeyWord, words, k), i);
  }

  ArticleNames& names_;
  KeyListMap by_word_;  // Word and side -> forms.
};

}  // namespace

void link_bodies(ArticleNames& names) { BodyLinker(names).run(); }

}  // namespace dateline::names
