// Persons by one name: a surname, a given name, or a slip in one.

#include "index/names/links/article_names.h"
#include "index/names/links/spelling.h"

#include <algorithm>

namespace dateline::names {
namespace {

constexpr std::size_t kMostBearers = 32;     // Of one name that are compared.
constexpr std::size_t kMostSpellings = 128;  // That a slip is compared with.
constexpr std::uint32_t kDominance = 3;

bool contradict(Sex a, Sex b) {
  return a != Sex::kUnknown && b != Sex::kUnknown && a != b;
}

// Those who may be meant, each once.
class Bearers {
 public:
  Bearers(const ArticleNames& names, const Form& form) : names_(names), form_(form) {}

  void look(const KeyListMap& map, bool only_family_first = false) {
    const std::uint32_t key = names_.person_of(form_).family().key;
    map.for_each(key, kMostBearers, [&](std::uint32_t entity) {
      const LocalEntity& owner = names_.entities[entity];
      if (contradict(owner.sex, form_.title.sex)) return;
      if (only_family_first && !names_.persons[owner.person].family_first()) return;
      if (std::find(found_.begin(), found_.end(), entity) == found_.end())
        found_.push_back(entity);
    });
  }

  // "Senator Nelson" is the one of several who was called so.
  void keep_titled() {
    if (found_.size() < 2 || form_.title.key == 0) return;
    const auto titled = [&](std::uint32_t entity) {
      return names_.entities[entity].title == form_.title.key;
    };
    if (std::count_if(found_.begin(), found_.end(), titled) == 1)
      std::erase_if(found_, [&](std::uint32_t entity) { return !titled(entity); });
  }

  bool empty() const { return found_.empty(); }
  std::size_t size() const { return found_.size(); }

  // The one, or the one named far more often than the others; else kNone.
  std::uint32_t dominant() const {
    std::uint32_t best = kNone;
    std::uint32_t most = 0;
    std::uint32_t second = 0;
    for (const std::uint32_t entity : found_) {
      const std::uint32_t mentions = names_.entities[entity].full_mentions;
      if (best == kNone || mentions > most) {
        second = best == kNone ? 0 : most;
        most = mentions;
        best = entity;
      } else {
        second = std::max(second, mentions);
      }
    }
    return found_.size() < 2 || most >= kDominance * std::max(second, 1u) ? best
                                                                          : kNone;
  }

 private:
  const ArticleNames& names_;
  const Form& form_;
  std::vector<std::uint32_t> found_;
};

void link_bearer(ArticleNames& names, std::uint32_t i, const Bearers& bearers,
                 LinkRule rule) {
  const std::uint32_t bearer = bearers.dominant();
  if (bearer != kNone) {
    names.join(i, bearer, rule);
  } else {
    names.forms[i].is_ambiguous = true;
    names.forms[i].rule = rule;
  }
}

// S5, then S6. A title stands before surnames; before given names only of royalty, and
// where people go by these.
void link_by_part(ArticleNames& names, std::uint32_t i) {
  const Form& form = names.forms[i];
  Bearers bearers(names, form);
  bearers.look(names.by_family);
  bearers.look(names.by_given, true);
  bearers.keep_titled();
  if (bearers.empty()) bearers.look(names.by_inner);
  if (!bearers.empty()) return link_bearer(names, i, bearers, LinkRule::kSurname);
  bearers.look(names.by_given);
  const bool may_be_given = !form.title.royal || bearers.size() == 1;
  if (!bearers.empty() && may_be_given)
    link_bearer(names, i, bearers, LinkRule::kGivenName);
}

std::string folded_family(const ArticleNames& names, const Form& form) {
  return folded_part(form.words, names.person_of(form).family());
}

// S7: "Blinkin" among many Blinkens.
void link_slip(ArticleNames& names, std::uint32_t i) {
  const Form& form = names.forms[i];
  const std::string own = folded_family(names, form);
  std::uint32_t best = kNone;
  const std::size_t last = std::min(names.entities.size(), kMostSpellings);
  for (std::uint32_t entity = 0; entity < last; ++entity) {
    const LocalEntity& owner = names.entities[entity];
    if (owner.kind != NameKind::kPerson || owner.person == kNone ||
        owner.form == kNone || contradict(owner.sex, form.title.sex))
      continue;
    if (form.mentions > 1 && owner.mentions < kDominance * form.mentions) continue;
    const Form& other = names.forms[owner.form];
    if (other.person == kNone || !may_be_misspelt(own, folded_family(names, other)))
      continue;
    if (best != kNone) return;  // Two may be meant.
    best = entity;
  }
  if (best != kNone) names.join(i, best, LinkRule::kSpelling);
}

// "Salomon" where nobody is called so, but Salomon Brothers Inc is named.
std::uint32_t firm_called(const ArticleNames& names, const Form& lone) {
  if (lone.title.any || lone.words.size() > 1) return kNone;
  const std::uint32_t key = word_key(lone.words.text, lone.words.tokens[0]);
  std::uint32_t firm = kNone;
  for (std::size_t i = 0; i < std::min(names.forms.size(), kMostSpellings); ++i) {
    const Form& form = names.forms[i];
    if (form.kind != NameKind::kOrg || form.words.size() < 2 || form.known != nullptr ||
        word_key(form.words.text, form.words.tokens[0]) != key)
      continue;
    for (std::size_t k = 1; k < form.words.size(); ++k)
      if ((names.classes(form.words, k) & (kCompany | kLegalForm)) == 0) return kNone;
    if (firm != kNone && firm != form.entity) return kNone;
    firm = form.entity;
  }
  return firm;
}

// What is left: a name that nobody bears in full. "Mr Brown" and "Brown" are one.
void found_lone(ArticleNames& names, std::uint32_t i, KeyListMap& lone) {
  const Form& form = names.forms[i];
  const std::uint32_t key = names.person_of(form).family().key;
  std::uint32_t same = kNone;
  lone.for_each(key, kMostBearers, [&](std::uint32_t entity) {
    if (same == kNone && !contradict(names.entities[entity].sex, form.title.sex))
      same = entity;
  });
  if (same != kNone) {
    names.join(i, same, LinkRule::kVariant);
  } else {
    lone.add(key, names.found(i));
  }
}

}  // namespace

void link_lone_persons(ArticleNames& names) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < names.forms.size(); ++i)
    if (names.forms[i].entity == kNone && names.forms[i].person != kNone)
      order.push_back(i);
  for (const std::uint32_t i : order) link_by_part(names, i);
  // The frequent ones first: a slip is rare.
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return names.forms[a].mentions > names.forms[b].mentions;
  });
  KeyListMap lone;
  for (const std::uint32_t i : order) {
    if (names.forms[i].entity != kNone) continue;
    if (!names.forms[i].is_ambiguous) {
      link_slip(names, i);
      if (names.forms[i].entity != kNone) continue;
      const std::uint32_t firm = firm_called(names, names.forms[i]);
      if (firm != kNone) {
        names.join(i, firm, LinkRule::kPart);
        continue;
      }
    }
    if (names.forms[i].entity == kNone) found_lone(names, i, lone);
  }
}

}  // namespace dateline::names
