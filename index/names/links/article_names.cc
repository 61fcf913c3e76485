#include "index/names/links/article_names.h"

#include <algorithm>

namespace dateline::names {
namespace {

constexpr std::uint64_t kKnownKey = 12;

// "Supreme Court" that is not the U.S. one: "Supreme Court of Kenya" if editors gave
// that, else just so.
std::uint32_t foreign_body(ArticleNames& names, const KnownName& known) {
  const std::string_view plain = names.lexicon.plain(known);
  for (std::uint32_t i = 0; i < names.entities.size(); ++i) {
    const LocalEntity& entity = names.entities[i];
    if (!entity.is_given) break;
    const std::string_view text = entity.label;
    if (text.starts_with(plain) && text.substr(plain.size()).starts_with(" of "))
      return i;
  }
  const std::uint64_t key = chain(chain(kKnownKey, known.canonical), 1);
  const auto fresh = static_cast<std::uint32_t>(names.entities.size());
  const std::uint32_t found = names.by_known.emplace(key, fresh);
  if (found == fresh) {
    names.add_entity(known.kind);
    names.entities[found].known = &known;
    names.entities[found].label = plain;
  }
  return found;
}

std::uint32_t known_entity(ArticleNames& names, const KnownName& known) {
  if (known.plain != 0 && !names.is_american) return foreign_body(names, known);
  const auto fresh = static_cast<std::uint32_t>(names.entities.size());
  const std::uint64_t key = chain(kKnownKey, known.canonical);
  const std::uint32_t found = names.by_known.emplace(key, fresh);
  if (found == fresh) {
    names.add_entity(known.kind);
    names.entities[found].known = &known;
    names.entities[found].label = names.lexicon.text(known);
  }
  return found;
}

// Whether no other country is named more often than the United States.
bool is_american(const ArticleNames& names) {
  std::uint32_t american = 0;
  std::uint32_t most = 0;
  KeyMap counts;
  for (const Form& form : names.forms) {
    if (form.known == nullptr) continue;
    if (names.lexicon.is_american(*form.known)) {
      american += form.mentions;
    } else if (form.known->is_country) {
      const std::uint64_t key = chain(kKnownKey, form.known->canonical);
      counts.assign(key, counts.emplace(key, 0) + form.mentions);
      most = std::max(most, counts.find(key));
    }
  }
  return american > 0 && american >= most;
}

}  // namespace

std::uint32_t ArticleNames::add_entity(NameKind kind) {
  entities.emplace_back();
  entities.back().kind = kind;
  return static_cast<std::uint32_t>(entities.size() - 1);
}

std::uint32_t ArticleNames::found(std::uint32_t form) {
  const std::uint32_t made = add_entity(forms[form].kind);
  join(form, made, LinkRule::kNone);
  return made;
}

void ArticleNames::join(std::uint32_t form, std::uint32_t entity, LinkRule rule) {
  Form& joined = forms[form];
  joined.entity = entity;
  joined.rule = rule;
  LocalEntity& owner = entities[entity];
  owner.mentions += joined.mentions;
  if (owner.form == kNone) owner.form = form;
  if (joined.person == kNone) return;
  const PersonName& person = persons[joined.person];
  if (person.size() > 1) owner.full_mentions += joined.mentions;
  if (owner.sex == Sex::kUnknown) owner.sex = joined.title.sex;
  if (owner.title == 0) owner.title = joined.title.key;
  if (owner.sex == Sex::kUnknown && person.size() > 1)
    owner.sex = sex_of_given_name(person.first().key);
  if (owner.person == kNone || persons[owner.person].size() < person.size())
    owner.person = joined.person;
  index_person(joined.person, entity);
}

void ArticleNames::index_person(std::uint32_t person, std::uint32_t entity) {
  const PersonName& name = persons[person];
  if (name.size() < 2) return;
  by_family.add(name.family().key, entity);
  if (!name.first().is_initial) by_given.add(name.first().key, entity);
  const auto& inner = name.parts()[name.size() - 2];
  if (name.size() > 2 && !inner.is_initial) by_inner.add(inner.key, entity);
}

std::uint32_t ArticleNames::find_known(const KnownName& known) const {
  return by_known.find(chain(kKnownKey, known.canonical));
}

void link_known(ArticleNames& names) {
  names.is_american = is_american(names);
  for (std::uint32_t i = 0; i < names.forms.size(); ++i) {
    const Form& form = names.forms[i];
    if (form.entity != kNone) continue;
    const std::uint32_t given = names.given_words.find(words_key(form.words));
    if (given != kNone) {
      names.join(i, given, LinkRule::kNone);
    } else if (form.known != nullptr) {
      const std::uint32_t entity = known_entity(names, *form.known);
      const bool same = form.words.surface() == names.entities[entity].label;
      names.join(i, entity, same ? LinkRule::kNone : LinkRule::kAlias);
    }
  }
}

}  // namespace dateline::names
