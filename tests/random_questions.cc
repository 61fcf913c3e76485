#include "tests/random_questions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "tests/random_choice.h"
#include "tests/random_dates.h"

namespace dateline::oracle {
namespace {

using Kind = Question::Kind;

Question random_word(const Vocabulary& vocabulary, std::mt19937& random) {
  std::string text = any_of(vocabulary.words, random);
  if (one_in(random, 4)) text = lower(text);
  return {.kind = one_in(random, 5) ? Kind::kExact : Kind::kWord,
          .text = std::move(text)};
}

Question random_phrase(const Vocabulary& vocabulary, std::mt19937& random) {
  Question phrase{.kind = Kind::kPhrase};
  if (one_in(random, 3)) {
    phrase.text = any_of(vocabulary.names, random).text;
    return phrase;
  }
  for (std::size_t words = 1 + below(random, 3); words > 0; --words) {
    phrase.text += (phrase.text.empty() ? "" : " ") + any_of(vocabulary.words, random);
  }
  return phrase;
}

Field field_of(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return Field::kPerson;
    case NameKind::kOrg:
      return Field::kOrg;
    case NameKind::kPlace:
      return Field::kPlace;
    case NameKind::kThing:
      break;
  }
  return Field::kName;
}

Question random_name(const Vocabulary& vocabulary, std::mt19937& random) {
  const Name& name = any_of(vocabulary.names, random);
  const Field field = one_in(random, 4) ? Field::kName : field_of(name.kind);
  Question question{.kind = Kind::kValue, .text = name.text, .field = field};
  if (field == Field::kPerson && one_in(random, 3)) {
    question.text = name.text.substr(name.text.rfind(' ') + 1);
  }
  return question;
}

// As it is, or the site of it.
Question random_url(const Vocabulary& vocabulary, std::mt19937& random) {
  Question question{.kind = Kind::kValue,
                    .text = any_of(vocabulary.urls, random),
                    .field = Field::kUrl};
  const std::size_t slashes = question.text.find("//");
  if (slashes == question.text.npos || one_in(random, 2)) return question;
  question.field = Field::kSite;
  const std::size_t begin = slashes + 2;
  question.text = question.text.substr(begin, question.text.find('/', begin) - begin);
  return question;
}

Question random_value(const Vocabulary& vocabulary, std::mt19937& random) {
  const auto value = [](Field field, std::string text) {
    return Question{.kind = Kind::kValue, .text = std::move(text), .field = field};
  };
  switch (below(random, vocabulary.urls.empty() ? 5 : 6)) {
    case 0:
      return random_name(vocabulary, random);
    case 1:
      return value(Field::kTopic, any_of(vocabulary.topics, random));
    case 2:
      return value(Field::kSource, any_of(vocabulary.sources, random));
    case 3:
      return value(Field::kAuthor, any_of(vocabulary.authors, random));
    case 4:
      return value(Field::kId, "a" + std::to_string(below(random, 400)));
    default:
      return random_url(vocabulary, random);
  }
}

Question random_dates(const Vocabulary& vocabulary, std::mt19937& random) {
  TypedDays days = random_days(vocabulary.dates, random);
  const bool about = !vocabulary.date_phrases.empty() && !one_in(random, 3);
  return {.kind = Kind::kDates,
          .text = std::move(days.text),
          .field = about ? Field::kAbout : Field::kPublished,
          .range = days.range};
}

// topic:(a OR b), topic:(a AND -b)
Question random_field(const Vocabulary& vocabulary, std::mt19937& random) {
  const auto one = [&] {
    return one_in(random, 2) ? random_dates(vocabulary, random)
                             : random_value(vocabulary, random);
  };
  Question group{.kind = one_in(random, 3) ? Kind::kAnd : Kind::kOr};
  group.children.push_back(one());
  const Field field = group.children.front().field;
  while (group.children.size() < 2 || one_in(random, 3)) {
    Question other = one();
    if (other.field != field) continue;
    if (one_in(random, 4)) {
      Question excluded{.kind = Kind::kNot};
      excluded.children.push_back(std::move(other));
      other = std::move(excluded);
    }
    group.children.push_back(std::move(other));
  }
  Question whole{.kind = Kind::kField, .field = field};
  whole.children.push_back(std::move(group));
  return whole;
}

// A word of lower-case letters alone.
std::string random_letters(const Vocabulary& vocabulary, std::mt19937& random) {
  for (;;) {
    std::string word = lower(any_of(vocabulary.words, random));
    const bool plain = std::all_of(word.begin(), word.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && word.size() > 1) return word;
  }
}

Question random_pattern(const Vocabulary& vocabulary, std::mt19937& random) {
  std::string text = random_letters(vocabulary, random);
  const std::size_t at = below(random, text.size());
  if (at > 0 && one_in(random, 2)) {
    text.replace(at, text.npos, "*");
  } else {
    const bool inside = at + 1 < text.size();
    text.replace(at, 1 + below(random, 3), inside && one_in(random, 2) ? "?" : "*");
    if (text.back() == '?') text += '*';
  }
  if (text.find_first_not_of("*?") == text.npos) text = "t*";
  return {.kind = Kind::kPattern, .text = std::move(text)};
}

Question random_fuzzy(const Vocabulary& vocabulary, std::mt19937& random) {
  std::string text = random_letters(vocabulary, random);
  for (std::size_t edits = below(random, 3); edits > 0; --edits) {
    const std::size_t at = below(random, text.size());
    const char letter = static_cast<char>('a' + below(random, 26));
    switch (below(random, 4)) {
      case 0:
        text[at] = letter;
        break;
      case 1:
        text.insert(at, 1, letter);
        break;
      case 2:
        if (text.size() > 2) text.erase(at, 1);
        break;
      default:
        std::swap(text[at], text[(at + 1) % text.size()]);
    }
  }
  return {
      .kind = Kind::kFuzzy, .text = std::move(text), .number = 1 + below(random, 2)};
}

Question random_place(const Vocabulary& vocabulary, std::mt19937& random, int depth,
                      bool title);

Question random_near(const Vocabulary& vocabulary, std::mt19937& random, int depth,
                     bool title) {
  Question near{.kind = one_in(random, 3) ? Kind::kAdj : Kind::kNear,
                .number = 1 + below(random, 12)};
  for (std::size_t operands = 2 + below(random, 2); operands > 0; --operands) {
    near.children.push_back(random_place(vocabulary, random, depth - 1, title));
  }
  return near;
}

// What stands at places in a text.
Question random_place(const Vocabulary& vocabulary, std::mt19937& random, int depth,
                      bool title) {
  const std::size_t choice = below(random, depth > 0 ? 12 : 8);
  if (choice < 3) return random_word(vocabulary, random);
  if (choice < 4 && !title && one_in(random, 2)) {
    return random_name(vocabulary, random);
  }
  if (choice < 5) return random_phrase(vocabulary, random);
  if (choice < 6) {
    Question window = random_phrase(vocabulary, random);
    window.number = 1 + below(random, 8);
    return window;
  }
  if (choice < 7) return random_pattern(vocabulary, random);
  if (choice < 8) return random_fuzzy(vocabulary, random);
  if (choice < 10) return random_near(vocabulary, random, depth, title);
  Question any{.kind = Kind::kOr};
  for (std::size_t parts = 2 + below(random, 2); parts > 0; --parts) {
    const bool deeper = depth > 1 && one_in(random, 3);
    any.children.push_back(random_place(vocabulary, random, deeper ? 1 : 0, title));
  }
  return any;
}

// What can be counted: places, and groups of such.
Question random_countable(const Vocabulary& vocabulary, std::mt19937& random, int depth,
                          bool title) {
  constexpr Kind kGroups[] = {Kind::kAnd, Kind::kOr, Kind::kRun, Kind::kTitle};
  const std::size_t choice = below(random, depth == 0 ? 4 : 8);
  if (choice < 4 || (choice == 7 && title)) {
    return random_place(vocabulary, random, 1, title);
  }
  Question group{.kind = kGroups[choice - 4]};
  const bool in_title = group.kind == Kind::kTitle;
  for (std::size_t n = in_title ? 1 : 2 + below(random, 2); n > 0; --n) {
    group.children.push_back(
        random_countable(vocabulary, random, depth - 1, title || in_title));
  }
  return group;
}

Question random_at_least(const Vocabulary& vocabulary, std::mt19937& random,
                         bool title) {
  Question question{.kind = Kind::kAtLeast, .number = 1 + below(random, 4)};
  question.children.push_back(random_countable(vocabulary, random, 2, title));
  return question;
}

Question random_leaf(const Vocabulary& vocabulary, std::mt19937& random, bool title) {
  const std::size_t choice = below(random, title ? 11 : 15);
  if (choice < 5) return random_word(vocabulary, random);
  if (choice < 7) return random_phrase(vocabulary, random);
  if (choice < 9) return random_place(vocabulary, random, 0, title);
  if (choice < 10) return random_near(vocabulary, random, 2, title);
  if (choice < 11) return random_at_least(vocabulary, random, title);
  if (choice < 13) return random_value(vocabulary, random);
  if (choice < 14) return random_field(vocabulary, random);
  return random_dates(vocabulary, random);
}

Question tree(const Vocabulary& vocabulary, std::mt19937& random, int depth,
              bool title);

Question random_run(const Vocabulary& vocabulary, std::mt19937& random, int depth,
                    bool title) {
  Question run{.kind = Kind::kRun};
  for (std::size_t words = 2 + below(random, 3); words > 0; --words) {
    if (one_in(random, 3)) {
      // The words of a name one by one.
      std::string name = any_of(vocabulary.names, random).text + ' ';
      for (std::size_t end; (end = name.find(' ')) != name.npos;
           name.erase(0, end + 1)) {
        run.children.push_back({.kind = Kind::kWord, .text = name.substr(0, end)});
      }
    } else if (one_in(random, 5)) {
      Question group = tree(vocabulary, random, depth - 1, title);
      group.in_brackets = true;
      // Behind what is left out another run would begin.
      if (group.kind != Kind::kNot) run.children.push_back(std::move(group));
    } else {
      run.children.push_back(random_leaf(vocabulary, random, title));
    }
  }
  if (run.children.empty()) return random_leaf(vocabulary, random, title);
  if (one_in(random, 4)) {
    Question excluded{.kind = Kind::kNot};
    excluded.children.push_back(random_leaf(vocabulary, random, title));
    run.children.push_back(std::move(excluded));
  }
  return run;
}

Question random_group(Kind kind, const Vocabulary& vocabulary, std::mt19937& random,
                      int depth, bool title) {
  Question group{.kind = kind};
  for (std::size_t children = 2 + below(random, 2); children > 0; --children) {
    group.children.push_back(tree(vocabulary, random, depth - 1, title));
  }
  return group;
}

Question branch(const Vocabulary& vocabulary, std::mt19937& random, int depth,
                bool title) {
  switch (below(random, 8)) {
    case 0:
    case 1:
      return random_group(Kind::kAnd, vocabulary, random, depth, title);
    case 2:
    case 3:
      return random_group(Kind::kOr, vocabulary, random, depth, title);
    case 4:
      return random_run(vocabulary, random, depth, title);
    case 5: {
      Question negated{.kind = Kind::kNot};
      negated.children.push_back(tree(vocabulary, random, depth - 1, title));
      return negated;
    }
    case 6:
      if (!title) {
        Question in_title{.kind = Kind::kTitle};
        in_title.children.push_back(tree(vocabulary, random, depth - 1, true));
        return in_title;
      }
      break;
    default:
      break;
  }
  return random_leaf(vocabulary, random, title);
}

Question tree(const Vocabulary& vocabulary, std::mt19937& random, int depth,
              bool title) {
  if (depth == 0) return random_leaf(vocabulary, random, title);
  Question question = branch(vocabulary, random, depth, title);
  question.in_brackets = one_in(random, 8);
  return question;
}

}  // namespace

Question random_question(const Vocabulary& vocabulary, std::mt19937& random) {
  return tree(vocabulary, random, static_cast<int>(below(random, 4)), false);
}

std::vector<FacetFilter> random_filters(const Vocabulary& vocabulary,
                                        std::mt19937& random) {
  std::vector<FacetFilter> filters;
  while (one_in(random, 3)) {
    switch (below(random, 4)) {
      case 0:
        filters.push_back({"topic", any_of(vocabulary.topics, random)});
        break;
      case 1:
        filters.push_back({"source", any_of(vocabulary.sources, random)});
        break;
      case 2: {
        const Name& name = any_of(vocabulary.names, random);
        filters.push_back({std::string(to_string(name.kind)), name.text});
        break;
      }
      default: {
        const Date day = first_day(any_of(vocabulary.dates, random));
        filters.push_back({"published:month", to_string(Date{day.year, day.month})});
      }
    }
  }
  return filters;
}

}  // namespace dateline::oracle
