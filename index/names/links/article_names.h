// The names of one article while the sieve links them: the forms in which it writes
// them, and the entities that the forms are of.

#pragma once

#include <dateline/annotate.h>

#include "index/names/lexicon.h"
#include "index/names/links/key_map.h"
#include "index/names/links/person_name.h"
#include "index/names/links/words.h"
#include "index/names/mention.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace dateline::names {

/// No entity, no form.
inline constexpr std::uint32_t kNone = KeyMap::kNone;

/// A distinct writing of a name; all mentions that have it are one entity's, unless
/// several bear a lone name.
struct Form {
  NameKind kind = NameKind::kPerson;
  Words words;  ///< Without titles, "the", legal forms.
  const KnownName* known = nullptr;
  const KnownName* country = nullptr;  ///< Mention::country.
  TitleBefore title;                   ///< Of persons.
  std::uint32_t mentions = 0;
  std::uint32_t first_mention = 0;
  std::uint32_t person = kNone;  ///< Index in ArticleNames::persons.
  std::uint32_t entity = kNone;
  LinkRule rule = LinkRule::kNone;
  /// The mentions are linked one by one, to the bearer named last.
  bool is_ambiguous = false;
};

/// Who or what is named, as far as one article tells.
struct LocalEntity {
  NameKind kind = NameKind::kPerson;
  std::string label;             ///< Fixed by editors or lists; else made at the end.
  std::uint32_t form = kNone;    ///< That `label` is made of.
  std::uint32_t person = kNone;  ///< The longest name of a person.
  std::uint32_t full_mentions = 0;  ///< By two names or more.
  std::uint32_t mentions = 0;
  Sex sex = Sex::kUnknown;
  std::uint32_t title = 0;  ///< TitleBefore::key, of the first that has one.
  bool is_given = false;    ///< By editors: text and kind stand.
  const KnownName* known = nullptr;
};

/// Plain data, for the passes of the sieve to read and write.
struct ArticleNames {
  explicit ArticleNames(const Lexicon& word_lists) : lexicon(word_lists) {}

  std::uint32_t add_entity(NameKind kind);

  /// Gives `form` to `entity`, for good.
  void join(std::uint32_t form, std::uint32_t entity, LinkRule rule);

  /// Makes a new entity of `form`.
  std::uint32_t found(std::uint32_t form);

  /// Registers a person's parts, so that a surname finds its bearer.
  void index_person(std::uint32_t person, std::uint32_t entity);

  /// The entity of a name of the lists that the article has; kNone: it has not.
  std::uint32_t find_known(const KnownName& known) const;

  const PersonName& person_of(const Form& form) const { return persons[form.person]; }
  std::uint32_t classes(const Words& words, std::size_t i) const {
    return lexicon.classes(words.tokens[i]);
  }

  const Lexicon& lexicon;
  std::vector<Form> forms;
  std::vector<PersonName> persons;
  std::vector<LocalEntity> entities;
  KeyListMap by_family;      ///< Last part of a person's name -> entities.
  KeyListMap by_given;       ///< First part.
  KeyListMap by_inner;       ///< The part before the last of three or more.
  KeyMap by_known;           ///< Canonical text -> entity.
  KeyMap given_words;        ///< Words of names by editors -> entity.
  bool is_american = false;  ///< The article is on the United States.
};

// The passes, in order of precision (Lee et al. 2013, "Deterministic coreference
// resolution based on entity-centric, precision-ranked rules"). Each takes the forms
// that have no entity yet.

/// Letters that the article explains are not those of the lists: GAO is its General
/// Accounting Office.
void prefer_own_acronyms(ArticleNames& names);

/// S3: names of the lists, and those that editors gave.
void link_known(ArticleNames& names);

/// S8: "Russian Ministry of Foreign Affairs", "Russia's foreign ministry".
void link_offices(ArticleNames& names);

/// S1, S2: persons by two names or more, initials, and S7: slips in one of them.
void link_full_persons(ArticleNames& names);

/// Organisations, places and things of several words, and S8: parts of these.
void link_bodies(ArticleNames& names);

/// S4: letters of a longer name.
void link_acronyms(ArticleNames& names);

/// S5, S6, S7: persons by one name.
void link_lone_persons(ArticleNames& names);

}  // namespace dateline::names
