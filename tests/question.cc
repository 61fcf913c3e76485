#include "tests/question.h"

#include <algorithm>
#include <utility>

#include "tests/oracle_places.h"
#include "tests/random_choice.h"

namespace dateline::oracle {
namespace {

using Kind = Question::Kind;

// The words of all leaves but dates: whether capitals mean something depends on them.
void collect_text(const Question& question, std::string& text) {
  if (question.kind != Kind::kDates) text += question.text + ' ';
  for (const Question& child : question.children) collect_text(child, text);
}

bool is_name(const Question& question) {
  return question.kind == Kind::kValue &&
         field_info(question.field).type == FieldType::kName;
}

bool has_name(const Question& question) {
  return is_name(question) ||
         std::any_of(question.children.begin(), question.children.end(), has_name);
}

// Knows a question as a whole.
class Meaning {
 public:
  Meaning(const Question& root, const Asked& asked) : asked_(asked) {
    std::string text;
    collect_text(root, text);
    capitals_ = capitals_matter(text);
  }

  // Where a question is asked.
  struct Context {
    bool title = false;     // Of the title only.
    bool negated = false;   // Under a NOT.
    std::size_t times = 0;  // Within atleast.
  };

  Predicate of(const Question& question, const Context& context) const {
    const bool counts = context.times > 1 || (context.times == 1 && is_name(question));
    if (counts && is_place(question)) return at_places(question, context);
    switch (question.kind) {
      case Kind::kWord:
      case Kind::kExact:
        return leaf(question, context);
      case Kind::kPhrase:
        if (question.number > 0) return at_places(question, context);
        return leaf(question, context);
      case Kind::kPattern:
      case Kind::kFuzzy:
      case Kind::kNear:
      case Kind::kAdj:
        return at_places(question, context);
      case Kind::kAtLeast: {
        Context counted = context;
        counted.times = question.number;
        return of(question.children.front(), counted);
      }
      case Kind::kRun:
        return of_run(question, context);
      case Kind::kAnd:
        return all(of_each(question.children, context));
      case Kind::kOr:
        return any(of_each(alternatives(question), context));
      case Kind::kNot: {
        const Question& child = question.children.front();
        if (child.kind == Kind::kNot) return of(child.children.front(), context);
        Context negated = context;
        negated.negated = true;
        return none({of(child, negated)});
      }
      case Kind::kTitle: {
        Context title = context;
        title.title = true;
        return of(question.children.front(), title);
      }
      case Kind::kField:
        return of(question.children.front(), context);
      case Kind::kValue:
        return value(question);
      case Kind::kDates:
        break;
    }
    return question.field == Field::kAbout
               ? about(question.range.first, question.range.last)
               : published(question.range.first, question.range.last);
  }

  void want(const Question& question, Wanted& wanted) const {
    switch (question.kind) {
      case Kind::kNot:  // Twice is not at all.
        if (const Question& child = question.children.front();
            child.kind == Kind::kNot) {
          want(child.children.front(), wanted);
        }
        return;
      case Kind::kTitle:
      case Kind::kField:
      case Kind::kValue:
      case Kind::kDates:
        return;
      case Kind::kWord:
      case Kind::kExact:
        return want_both(finder(question), wanted);
      case Kind::kPhrase:
        if (question.number == 0) return want_both(finder(question), wanted);
        wanted.answers.push_back(places(question));
        wanted.words.push_back(
            whole_words(places_of_each_word(question.text, capitals_)));
        return;
      case Kind::kPattern:
      case Kind::kFuzzy:
        return want_both(whole_words(places(question)), wanted);
      case Kind::kNear:
      case Kind::kAdj:
        wanted.answers.push_back(places(question));
        for (const Question& child : question.children) want_part(child, wanted);
        return;
      case Kind::kAtLeast:
        return want_part(question.children.front(), wanted);
      case Kind::kRun:
        for (const Question& unit : cut(question)) want(unit, wanted);
        return;
      case Kind::kAnd:
      case Kind::kOr:
        for (const Question& child : question.children) want(child, wanted);
    }
  }

 private:
  // Whether it stands at places.
  static bool is_place(const Question& question) {
    if (is_name(question)) return true;
    switch (question.kind) {
      case Kind::kWord:
      case Kind::kExact:
      case Kind::kPhrase:
      case Kind::kPattern:
      case Kind::kFuzzy:
      case Kind::kNear:
      case Kind::kAdj:
        return true;
      case Kind::kOr:
        return std::all_of(question.children.begin(), question.children.end(),
                           is_place);
      default:
        return false;
    }
  }

  // An OR within an OR is no group of its own.
  static std::vector<Question> alternatives(const Question& question) {
    std::vector<Question> result;
    for (const Question& child : question.children) {
      if (child.kind != Kind::kOr) {
        result.push_back(child);
        continue;
      }
      for (Question& inner : alternatives(child)) result.push_back(std::move(inner));
    }
    return result;
  }

  // Whether articles have more or less of it: metadata and dates only choose.
  static bool ranks(const Question& question) {
    if (is_name(question)) return false;
    if (is_place(question)) return true;
    const bool chooses = question.kind == Kind::kNot || question.kind == Kind::kField;
    return !chooses &&
           std::any_of(question.children.begin(), question.children.end(), ranks);
  }

  // In an article with these entities.
  Places places(const Question& place,
                const std::vector<SameEntity>& entities = {}) const {
    switch (place.kind) {
      case Kind::kValue:
        return places_of_name(place, entities);
      case Kind::kWord:
        return places_of_word(place.text, capitals_);
      case Kind::kExact:
        return places_of_exact(place.text);
      case Kind::kPattern:
        return places_of_pattern(place.text);
      case Kind::kFuzzy:
        return places_of_fuzzy(place.text, place.number);
      case Kind::kNear:
      case Kind::kAdj:
        return places_of_near(places_of_children(place, entities), place.number,
                              place.kind == Kind::kAdj);
      case Kind::kOr:
        return find_any(places_of_children(place, entities));
      default:
        return place.number == 0
                   ? places_of_phrase(place.text, capitals_)
                   : places_of_window(place.text, place.number, capitals_);
    }
  }

  std::vector<Places> places_of_children(
      const Question& question, const std::vector<SameEntity>& entities) const {
    std::vector<Places> result;
    for (const Question& child : question.children) {
      result.push_back(places(child, entities));
    }
    return result;
  }

  // In the spellings that the index has.
  Places places_of_name(const Question& question,
                        const std::vector<SameEntity>& entities) const {
    std::vector<Places> any;
    for (const SameEntity& entity : entities) {
      if (!is_meant(entity, question.field, question.text)) continue;
      std::vector<std::string> names = entity.names;
      std::erase_if(names,
                    [this](const auto& one) { return !asked_.names.contains(one); });
      any.push_back(places_of_names(names, entity.kind == NameKind::kPerson));
    }
    return find_any(std::move(any));
  }

  Predicate at_places(const Question& place, const Context& context) const {
    const std::size_t times = std::max<std::size_t>(context.times, 1);
    const auto at_least_of = context.title ? at_least_in_title : at_least;
    if (!has_name(place)) return at_least_of(times, places(place));
    return [self = *this, at_least_of, times, place](const Document& document) {
      return at_least_of(times, self.places(place, document.entities))(document);
    };
  }

  static void want_both(const Finder& finder, Wanted& wanted) {
    wanted.words.push_back(finder);
    wanted.answers.push_back(finder);
  }

  // What a NEAR may mark of an operand; the operand answers only with the others.
  void want_part(const Question& operand, Wanted& wanted) const {
    Wanted part;
    want(operand, part);
    wanted.words.insert(wanted.words.end(), part.words.begin(), part.words.end());
  }

  Finder finder(const Question& leaf) const {
    if (leaf.kind == Kind::kWord) return find_typed(leaf.text, capitals_);
    return find_phrase(leaf.text, capitals_ && leaf.kind == Kind::kPhrase);
  }

  Predicate leaf(const Question& question, const Context& context) const {
    return context.title ? in_title(finder(question)) : anywhere(finder(question));
  }

  std::vector<Predicate> of_each(const std::vector<Question>& questions,
                                 const Context& context) const {
    std::vector<Predicate> result;
    for (const Question& one : questions) result.push_back(of(one, context));
    return result;
  }

  // All of them; for the best match any of what ranks, where nothing is negated.
  Predicate of_run(const Question& run, const Context& context) const {
    std::vector<Question> units = cut(run);
    if (!asked_.any || context.negated) return all(of_each(units, context));
    const auto ranking = std::stable_partition(
        units.begin(), units.end(), [](const Question& unit) { return !ranks(unit); });
    const std::vector<Question> others(units.begin(), ranking);
    const std::vector<Question> alternatives(ranking, units.end());
    std::vector<Predicate> conditions = of_each(others, context);
    if (!alternatives.empty()) {
      conditions.push_back(any(of_each(alternatives, context)));
    }
    return all(std::move(conditions));
  }

  // Neighbouring words that are a name are a phrase, the longest first.
  std::vector<Question> cut(const Question& run) const {
    if (asked_.any) return run.children;
    std::vector<Question> units;
    for (std::size_t i = 0; i < run.children.size();) {
      const std::size_t words = longest_name(run.children, i);
      if (words == 0) {
        units.push_back(run.children[i++]);
        continue;
      }
      Question name{.kind = Kind::kPhrase};
      for (const std::size_t end = i + words; i < end; ++i) {
        name.text += (name.text.empty() ? "" : " ") + run.children[i].text;
      }
      units.push_back(std::move(name));
    }
    return units;
  }

  std::size_t longest_name(const std::vector<Question>& run, std::size_t first) const {
    std::string text;
    std::size_t longest = 0;
    for (std::size_t i = first; i < run.size() && run[i].kind == Kind::kWord; ++i) {
      text += (text.empty() ? "" : " ") + lower(run[i].text);
      if (asked_.names.contains(text) && i > first) longest = i - first + 1;
    }
    return longest;
  }

  static Predicate value(const Question& question) {
    switch (question.field) {
      case Field::kPerson:
        return person(question.text);
      case Field::kOrg:
        return org(question.text);
      case Field::kPlace:
        return place(question.text);
      case Field::kName:
        return name(question.text);
      case Field::kTopic:
        return topic(question.text);
      case Field::kSource:
        return source(question.text);
      case Field::kAuthor:
        return author(question.text);
      case Field::kSite:
        return site(question.text);
      case Field::kUrl:
        return url(question.text);
      default:
        return id(question.text);
    }
  }

  bool capitals_ = false;
  Asked asked_;
};

}  // namespace

bool measures_names(const Question& question) {
  const bool measures = question.kind == Kind::kNear || question.kind == Kind::kAdj ||
                        question.kind == Kind::kAtLeast;
  if (measures && has_name(question)) return true;
  return std::any_of(question.children.begin(), question.children.end(),
                     measures_names);
}

Predicate meaning(const Question& question, const Asked& asked) {
  return Meaning(question, asked).of(question, {});
}

Wanted wanted(const Question& question, const Asked& asked) {
  Wanted result;
  Meaning(question, asked).want(question, result);
  return result;
}

}  // namespace dateline::oracle
