#include "index/names/links/sieve.h"

#include "index/names/links/acronyms.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kFarthestBearer = 200;  // In mentions.

bool is_article(const Words& words) {
  return words[0] == "the" || words[0] == "The" || words[0] == "THE";
}

// "Brodix Products" of "Brodix Products Inc", "Koor" of "Koor and Co".
Words without_legal_form(Words words, const Lexicon& lexicon) {
  const auto last_classes = [&](const Words& w) {
    return lexicon.classes(w.tokens.back().word);
  };
  Words kept = words;
  while (kept.size() > 1 && (last_classes(kept) & kLegalForm) != 0)
    kept = kept.until(kept.size() - 1);
  if (kept.size() == words.size()) return words;
  while (kept.size() > 1 && kept.tokens.back().shape == Shape::kLower)
    kept = kept.until(kept.size() - 1);
  const bool common =
      kept.size() == 1 && (last_classes(kept) & (kCommonWord | kNoName)) != 0;
  return common ? words : kept;
}

// S2: what of a mention tells who it is.
Words bare_words(Words words, NameKind kind, const Lexicon& lexicon) {
  if (words.size() > 1 && is_article(words)) words = words.from(1);
  if (kind == NameKind::kPerson) return without_titles(words, lexicon);
  return kind == NameKind::kOrg ? without_legal_form(words, lexicon) : words;
}

const KnownName* known_name(const Words& words, NameKind kind, const Lexicon& lexicon) {
  if ((lexicon.classes(words.tokens[0]) & kPhraseStart) == 0) return nullptr;
  const KnownSpan span = lexicon.longest(words.tokens, words.text);
  const bool whole = span.name != nullptr && span.length == words.size();
  return whole && span.name->kind == kind && !span.name->is_title ? span.name : nullptr;
}

}  // namespace

void Sieve::add_given(const Name& name) {
  given_.push_back({name.text, tokenize(name.text, names_.lexicon)});
  const GivenName& given = given_.back();
  if (given.tokens.empty()) return;
  const Words words{given.text, given.tokens};
  const std::uint32_t entity = names_.add_entity(name.kind);
  LocalEntity& made = names_.entities[entity];
  made.is_given = true;
  made.label = name.text;
  names_.given_words.emplace(words_key(words), entity);
  if (name.kind != NameKind::kPerson) return;
  names_.persons.emplace_back(words, names_.lexicon);
  made.person = static_cast<std::uint32_t>(names_.persons.size() - 1);
  made.full_mentions = 1;
  names_.index_person(made.person, entity);
}

// The form of a mention, made at its first one.
std::uint32_t Sieve::form_of(const Words& words, const Mention& mention,
                             const TitleBefore& title) {
  std::uint64_t key = chain(words_key(words), static_cast<std::uint64_t>(mention.kind));
  if (mention.country != nullptr) key = chain(key, mention.country->canonical);
  if (title.any)
    key = chain(key, static_cast<std::uint64_t>(title.sex) * 2 + title.royal + 1);
  const auto fresh = static_cast<std::uint32_t>(names_.forms.size());
  const std::uint32_t found = by_words_.emplace(key, fresh);
  if (found != fresh) return found;
  Form form;
  form.kind = mention.kind;
  form.words = words;
  form.country = mention.country;
  form.title = title;
  form.first_mention = static_cast<std::uint32_t>(places_.size());
  form.known = mention.known != nullptr
                   ? mention.known
                   : known_name(words, mention.kind, names_.lexicon);
  if (mention.kind == NameKind::kPerson) {
    names_.persons.emplace_back(words, names_.lexicon);
    form.person = static_cast<std::uint32_t>(names_.persons.size() - 1);
  }
  names_.forms.push_back(form);
  return found;
}

void Sieve::add(std::string_view text, std::span<const Token> tokens,
                std::span<const Mention> mentions) {
  const auto number = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(text);
  places_.reserve(places_.size() + mentions.size());
  names_.forms.reserve(names_.forms.size() + mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const Words all{text, tokens.subspan(mention.first, mention.last - mention.first)};
    const Words words = bare_words(all, mention.kind, names_.lexicon);
    TitleBefore title;
    if (mention.kind == NameKind::kPerson) {
      const auto at = static_cast<std::size_t>(words.tokens.data() - tokens.data());
      title = title_before(text, tokens, at, names_.lexicon);
    }
    const std::uint32_t form = form_of(words, mention, title);
    ++names_.forms[form].mentions;
    places_.push_back({form, number, tokens[mention.first].begin});
    if (i > 0) note_definition(tokens, mentions[i - 1], mention);
  }
}

// S4: "Federation of American Scientists (FAS)", "FAS (Federation of ...)".
void Sieve::note_definition(std::span<const Token> tokens, const Mention& name,
                            const Mention& brackets) {
  const std::string_view text = texts_.back();
  const auto closes = [&](const Mention& mention) {
    const std::size_t end = tokens[mention.last - 1].end;
    return end < text.size() && text[end] == ')';
  };
  if (brackets.first != name.last || tokens[brackets.first].glue != Glue::kOpen ||
      name.kind == NameKind::kPerson)
    return;
  std::uint32_t owner = places_[places_.size() - 2].form;
  std::uint32_t letters = places_.back().form;
  if (names_.forms[owner].words.size() < names_.forms[letters].words.size())
    std::swap(owner, letters);
  const Form& name_form = names_.forms[owner];
  const Form& short_form = names_.forms[letters];
  // "Hanoi Stock Exchange (HNX)" takes other letters, and is believed the first time.
  const bool alone = short_form.kind == name_form.kind && short_form.mentions == 1 &&
                     is_acronym(short_form.words) && closes(brackets);
  if (alone || may_abbreviate(short_form.words, name_form.words))
    definitions_.emplace_back(owner, letters);
}

// After the long forms have their entities.
void Sieve::link_definitions() {
  for (const auto& [owner, letters] : definitions_) {
    const std::uint32_t entity = names_.forms[owner].entity;
    if (entity == kNone || names_.forms[letters].entity != kNone) continue;
    names_.join(letters, entity, LinkRule::kDefinition);
  }
}

std::vector<NameLink> Sieve::run() {
  // What brackets define is settled before lists and lone names.
  for (const auto& [owner, letters] : definitions_) {
    Form& form = names_.forms[letters];
    const bool same = form.known != nullptr && names_.forms[owner].known != nullptr &&
                      form.known->canonical == names_.forms[owner].known->canonical;
    if (!same) form.known = nullptr;
  }
  prefer_own_acronyms(names_);
  link_known(names_);
  link_offices(names_);
  link_definitions();
  link_full_persons(names_);
  link_definitions();
  link_bodies(names_);
  link_definitions();
  link_acronyms(names_);
  link_lone_persons(names_);
  std::vector<NameLink> links;
  links.reserve(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Form& form = names_.forms[places_[i].form];
    const bool demonym = form.known != nullptr && form.known->is_demonym;
    links.push_back(form.is_ambiguous ? bearer_before(i)
                                      : NameLink{form.entity, form.rule, demonym});
  }
  make_labels();
  return links;
}

// Of several bearers of a lone name, the only one named in full so far, else the one
// named last in the same paragraph.
NameLink Sieve::bearer_before(std::size_t mention) const {
  const Place& place = places_[mention];
  const Form& form = names_.forms[place.form];
  const std::string_view text = texts_[place.text];
  const NameLink lone{form.entity, LinkRule::kNone};
  NameLink last = lone;  // Of those before, the nearest.
  bool is_near = true;   // In the same paragraph.
  for (std::size_t i = mention; i > 0 && mention - i < kFarthestBearer;) {
    const Place& before = places_[--i];
    if (before.text != place.text) break;
    const LinkRule rule = bearing(names_.forms[before.form], form);
    if (rule == LinkRule::kNone) continue;
    const std::uint32_t entity = names_.forms[before.form].entity;
    if (last.entity == lone.entity) {
      last = {entity, rule};
      const auto between = text.substr(before.begin, place.begin - before.begin);
      is_near = between.find('\n') == between.npos;
    } else if (last.entity != entity && !is_near) {
      return lone;
    }
  }
  return last;
}

// How `lone` may name the bearer of the name `full`.
LinkRule Sieve::bearing(const Form& full, const Form& lone) const {
  if (full.person == kNone || names_.person_of(full).size() < 2) return LinkRule::kNone;
  const Sex sex = names_.entities[full.entity].sex;
  const bool contradicts =
      sex != Sex::kUnknown && lone.title.sex != Sex::kUnknown && sex != lone.title.sex;
  if (contradicts) return LinkRule::kNone;
  const PersonName& person = names_.person_of(full);
  const std::uint32_t key = names_.person_of(lone).family().key;
  if (person.family().key == key) return LinkRule::kSurname;
  if (person.first().key != key) return LinkRule::kNone;
  return person.family_first() ? LinkRule::kSurname : LinkRule::kGivenName;
}

bool Sieve::is_lone(std::uint32_t entity) const {
  const LocalEntity& owner = names_.entities[entity];
  return owner.kind == NameKind::kPerson && !owner.is_given && owner.known == nullptr &&
         owner.person != kNone && names_.persons[owner.person].is_lone();
}

// The writing that shows an entity best: of persons the most parts, few initials, not
// all in capitals; of others the longest; of equals the one used most.
void Sieve::make_labels() {
  const auto rank = [&](const Form& form) {
    const std::size_t parts =
        form.person != kNone ? names_.person_of(form).size() : form.words.size();
    const bool initials = form.person != kNone && names_.person_of(form).has_initials();
    return std::make_tuple(form.rule != LinkRule::kSpelling, parts, !initials,
                           !is_capitals(form.words, 2), form.mentions);
  };
  for (std::uint32_t i = 0; i < names_.forms.size(); ++i) {
    const Form& form = names_.forms[i];
    LocalEntity& owner = names_.entities[form.entity];
    if (owner.kind != form.kind || owner.form == kNone) continue;
    if (rank(names_.forms[owner.form]) < rank(form)) owner.form = i;
  }
  labels_.reserve(names_.entities.size());
  for (const LocalEntity& entity : names_.entities)
    labels_.push_back({entity.kind, label_of(entity)});
}

std::string Sieve::label_of(const LocalEntity& entity) const {
  if (!entity.label.empty() || entity.form == kNone) return entity.label;
  const Words& words = names_.forms[entity.form].words;
  const bool capitals = entity.kind == NameKind::kPerson
                            ? is_capitals(words, words.size() > 1 ? 2 : 4)
                            : is_capitals(words, 5) && words.size() > 1;
  return capitals ? proper_case(tidy(words)) : tidy(words);
}

}  // namespace dateline::names
