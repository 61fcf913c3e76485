#include "tests/question.h"

#include <algorithm>
#include <utility>

#include "tests/oracle_places.h"

namespace dateline::oracle {
namespace {

using Kind = Question::Kind;

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// The words of all leaves but dates: whether capitals mean something depends on them.
void collect_text(const Question& question, std::string& text) {
  text += question.text + ' ';
  for (const Question& child : question.children) collect_text(child, text);
}

// Knows a question as a whole.
class Meaning {
 public:
  Meaning(const Question& root, const std::set<std::string>& names) : names_(names) {
    std::string text;
    collect_text(root, text);
    capitals_ = capitals_matter(text);
  }

  Predicate of(const Question& question, bool title) const {
    switch (question.kind) {
      case Kind::kWord:
      case Kind::kExact:
        return leaf(question, title);
      case Kind::kPhrase:
        if (question.number > 0) return at_places(1, question, title);
        return leaf(question, title);
      case Kind::kPattern:
      case Kind::kFuzzy:
      case Kind::kNear:
      case Kind::kAdj:
        return at_places(1, question, title);
      case Kind::kAtLeast:
        return at_places(question.number, question.children.front(), title);
      case Kind::kRun:
        return all(of_run(question, title));
      case Kind::kAnd:
        return all(of_children(question, title));
      case Kind::kOr:
        return any(of_children(question, title));
      case Kind::kNot:
        return none({of(question.children.front(), title)});
      case Kind::kTitle:
        return of(question.children.front(), true);
      case Kind::kValue:
        return value(question);
      case Kind::kDates:
        break;
    }
    return published(question.range.first, question.range.last);
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
  Places places(const Question& place) const {
    switch (place.kind) {
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
        return places_of_near(places_of_children(place), place.number,
                              place.kind == Kind::kAdj);
      case Kind::kOr:
        return find_any(places_of_children(place));
      default:
        return place.number == 0
                   ? places_of_phrase(place.text, capitals_)
                   : places_of_window(place.text, place.number, capitals_);
    }
  }

  std::vector<Places> places_of_children(const Question& question) const {
    std::vector<Places> result;
    for (const Question& child : question.children) result.push_back(places(child));
    return result;
  }

  Predicate at_places(std::size_t times, const Question& place, bool title) const {
    return title ? at_least_in_title(times, places(place))
                 : at_least(times, places(place));
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

  Predicate leaf(const Question& question, bool title) const {
    if (!title) return anywhere(finder(question));
    if (!capitals_ || question.kind == Kind::kExact || !is_capitals(question.text)) {
      return in_title(finder(question));
    }
    // The index has one term for a word in capitals, wherever it stands.
    return all({in_title(find_phrase(question.text)), anywhere(finder(question))});
  }

  static bool is_capitals(const std::string& text) {
    const Text words = read_text("word " + text);
    return std::all_of(words.begin() + 1, words.end(), [](const auto& here) {
      return !here.front().capitals.empty() && here.front().parts == 1;
    });
  }

  std::vector<Predicate> of_children(const Question& question, bool title) const {
    std::vector<Predicate> result;
    for (const Question& child : question.children) {
      result.push_back(of(child, title));
    }
    return result;
  }

  std::vector<Predicate> of_run(const Question& run, bool title) const {
    std::vector<Predicate> result;
    for (const Question& unit : cut(run)) result.push_back(of(unit, title));
    return result;
  }

  // Neighbouring words that are a name are a phrase, the longest first.
  std::vector<Question> cut(const Question& run) const {
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
      if (names_.contains(text) && i > first) longest = i - first + 1;
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
      default:
        return id(question.text);
    }
  }

  bool capitals_ = false;
  const std::set<std::string>& names_;
};

// How tightly a question holds together.
int binding(const Question& question) {
  switch (question.kind) {
    case Kind::kOr:
      return 0;
    case Kind::kAnd:
      return 1;
    case Kind::kRun:
      return 2;
    case Kind::kNot:
      return 3;
    case Kind::kNear:
    case Kind::kAdj:
      return 4;
    default:
      return 5;
  }
}

std::string in_brackets(const Question& question, int at_least) {
  const std::string text = to_query(question);
  return binding(question) < at_least ? '(' + text + ')' : text;
}

std::string joined(const Question& question, const std::string& sign) {
  const int own = binding(question);
  std::string text;
  for (const Question& child : question.children) {
    text += (text.empty() ? "" : sign) + in_brackets(child, own + 1);
  }
  return text;
}

std::string value_text(const Question& question) {
  const bool plain = question.text.find(' ') == std::string::npos;
  return std::string(field_info(question.field).name) + ':' +
         (plain ? question.text : quoted(question.text));
}

std::string dates_text(const DateRange& range) {
  if (range.first.year <= 1) return "published:.." + to_string(range.last);
  if (range.last.year >= 9999) return "published:" + to_string(range.first) + "..";
  return "published:" + to_string(range.first) + ".." + to_string(range.last);
}

}  // namespace

std::string to_query(const Question& question) {
  switch (question.kind) {
    case Kind::kWord:
      return question.text;
    case Kind::kExact:
      return '=' + question.text;
    case Kind::kPhrase:
      return quoted(question.text) +
             (question.number == 0 ? "" : '~' + std::to_string(question.number));
    case Kind::kPattern:
      return question.text;
    case Kind::kFuzzy:
      return question.text + '~' + std::to_string(question.number);
    case Kind::kNear:
      return joined(question, " NEAR/" + std::to_string(question.number) + ' ');
    case Kind::kAdj:
      return joined(question, " ADJ/" + std::to_string(question.number) + ' ');
    case Kind::kAtLeast:
      return "atleast/" + std::to_string(question.number) + ':' +
             in_brackets(question.children.front(), 5);
    case Kind::kRun:
      return joined(question, " ");
    case Kind::kAnd:
      return joined(question, " AND ");
    case Kind::kOr:
      return joined(question, " OR ");
    case Kind::kNot:
      return '-' + in_brackets(question.children.front(), 5);
    case Kind::kTitle:
      return "title:" + in_brackets(question.children.front(), 5);
    case Kind::kValue:
      return value_text(question);
    case Kind::kDates:
      break;
  }
  return dates_text(question.range);
}

Predicate meaning(const Question& question, const std::set<std::string>& names) {
  return Meaning(question, names).of(question, false);
}

Wanted wanted(const Question& question, const std::set<std::string>& names) {
  Wanted result;
  Meaning(question, names).want(question, result);
  return result;
}

}  // namespace dateline::oracle
