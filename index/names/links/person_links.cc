// Persons by their full names: "Sergei V. Lavrov" is Sergei Lavrov.

#include "index/names/gazetteer/given_names.h"
#include "index/names/links/article_names.h"
#include "index/names/links/spelling.h"

#include <algorithm>
#include <tuple>

namespace dateline::names {
namespace {

constexpr std::size_t kMostBearers = 32;   // Of one surname that are compared.
constexpr std::size_t kMostSpellings = 8;  // Of those whose spelling is.
constexpr std::uint32_t kManyTimes = 3;    // As often as a slip is the right spelling.

bool is_given_name(const ArticleNames& names, const Form& form,
                   const PersonName::Part& part) {
  return (names.classes(form.words, part.first) & kGivenName) != 0;
}

// How two full names that differ in one part may be one person's.
enum class Likeness {
  kNone,
  kSlip,       // "Brittney Grenier", "Brittney Griner".
  kShortForm,  // "Larry Lessig", "Lawrence Lessig".
  kSpelling,   // "Sergei Lavrov", "Sergey Lavrov".
};

Likeness likeness_of_given(const ArticleNames& names, const Form& form,
                           const Form& other) {
  const auto& a = names.person_of(form).first();
  const auto& b = names.person_of(other).first();
  const std::string own = folded_part(form.words, a);
  const std::string others = folded_part(other.words, b);
  const GivenNameMatch match = compare_given_names(own, others);
  if (match == GivenNameMatch::kSpelling) return Likeness::kSpelling;
  if (match == GivenNameMatch::kShortForm) return Likeness::kShortForm;
  // Maria and Marie are two.
  const bool known = is_given_name(names, form, a) && is_given_name(names, other, b);
  return !known && may_be_misspelt(own, others) ? Likeness::kSlip : Likeness::kNone;
}

Likeness likeness(const ArticleNames& names, const Form& form, const Form& other) {
  const auto a = names.person_of(form).parts();
  const auto b = names.person_of(other).parts();
  if (a.size() != b.size()) return Likeness::kNone;
  std::size_t differs = a.size();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].key == b[i].key) continue;
    if (differs != a.size()) return Likeness::kNone;
    differs = i;
  }
  if (differs == a.size() || a[differs].is_initial || b[differs].is_initial)
    return Likeness::kNone;
  if (differs == 0) return likeness_of_given(names, form, other);
  return may_be_misspelt(folded_part(form.words, a[differs]),
                         folded_part(other.words, b[differs]))
             ? Likeness::kSlip
             : Likeness::kNone;
}

// The bearer whom `form` names, among those with the same family's name.
class BearerSearch {
 public:
  BearerSearch(const ArticleNames& names, const Form& form)
      : names_(names), form_(form), person_(names.person_of(form)) {
    const auto consider = [&](std::uint32_t entity) { match(entity); };
    names.by_family.for_each(person_.family().key, kMostBearers, consider);
    if (best_ == kNone)
      names.by_inner.for_each(person_.family().key, kMostBearers, consider);
    if (best_ == kNone)
      names.by_given.for_each(person_.first().key, kMostBearers, consider);
    if (best_ == kNone)
      names.by_given.for_each(person_.family().key, kMostBearers, consider);
    if (best_ == kNone) search_slips();
  }

  std::uint32_t entity() const { return best_; }
  LinkRule rule() const { return rule_; }

 private:
  void match(std::uint32_t entity) {
    const LocalEntity& owner = names_.entities[entity];
    if (owner.person == kNone || owner.kind != NameKind::kPerson) return;
    const PersonName& own = names_.persons[owner.person];
    const NameMatch found = person_.size() <= own.size() ? match_names(person_, own)
                                                         : match_names(own, person_);
    if (found == NameMatch::kNone) return;
    // The same name twice is a likelier bearer than a longer one.
    if (best_ != kNone && (found != NameMatch::kSame) &&
        names_.entities[best_].full_mentions >= owner.full_mentions)
      return;
    best_ = entity;
    rule_ = found == NameMatch::kFamily  ? LinkRule::kSurname
            : found == NameMatch::kGiven ? LinkRule::kGivenName
                                         : LinkRule::kVariant;
  }

  void search_slips() {
    const auto consider = [&](std::uint32_t entity) {
      const LocalEntity& owner = names_.entities[entity];
      if (best_ != kNone || owner.form == kNone || owner.person == kNone) return;
      const Form& other = names_.forms[owner.form];
      if (other.person == kNone) return;
      const Likeness found = likeness(names_, form_, other);
      const bool rare =
          form_.mentions == 1 || owner.full_mentions >= kManyTimes * form_.mentions;
      if (found == Likeness::kNone || (found == Likeness::kSlip && !rare)) return;
      best_ = entity;
      rule_ = found == Likeness::kShortForm ? LinkRule::kVariant : LinkRule::kSpelling;
    };
    names_.by_family.for_each(person_.family().key, kMostSpellings, consider);
    names_.by_given.for_each(person_.first().key, kMostSpellings, consider);
  }

  const ArticleNames& names_;
  const Form& form_;
  const PersonName& person_;
  std::uint32_t best_ = kNone;
  LinkRule rule_ = LinkRule::kNone;
};

}  // namespace

void link_full_persons(ArticleNames& names) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < names.forms.size(); ++i) {
    const Form& form = names.forms[i];
    if (form.entity == kNone && form.person != kNone &&
        names.person_of(form).size() > 1)
      order.push_back(i);
  }
  // The longest first: shorter ones are found in them.
  const auto rank = [&](std::uint32_t i) {
    const PersonName& person = names.person_of(names.forms[i]);
    return std::make_tuple(-static_cast<int>(person.size()), person.has_initials(),
                           -static_cast<std::int64_t>(names.forms[i].mentions), i);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  for (const std::uint32_t i : order) {
    const BearerSearch search(names, names.forms[i]);
    if (search.entity() == kNone) {
      names.found(i);
    } else {
      names.join(i, search.entity(), search.rule());
    }
  }
}

}  // namespace dateline::names
