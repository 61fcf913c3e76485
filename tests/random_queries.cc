#include "tests/random_queries.h"

#include <dateline/fields.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace dateline::oracle {
namespace {

using Kind = Question::Kind;

std::size_t below(std::mt19937& random, std::size_t end) { return random() % end; }

bool one_in(std::mt19937& random, std::size_t n) { return below(random, n) == 0; }

template <class T>
const T& any_of(const std::vector<T>& values, std::mt19937& random) {
  return values[below(random, values.size())];
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// ---- Articles

std::string random_text(const Vocabulary& vocabulary, std::size_t words,
                        std::mt19937& random) {
  std::string text;
  while (words-- > 0) {
    const bool is_name = one_in(random, 12);
    text += is_name ? any_of(vocabulary.names, random).text
                    : any_of(vocabulary.words, random);
    const std::size_t sign = below(random, 16);
    text += sign == 0 ? ". " : sign == 1 ? ", " : sign == 2 ? ".\n" : " ";
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

Article random_article(const Vocabulary& vocabulary, std::mt19937& random) {
  Article article;
  article.title = random_text(vocabulary, 1 + below(random, 7), random);
  std::replace(article.title.begin(), article.title.end(), '\n', ' ');
  if (one_in(random, 6)) article.title = upper(article.title);
  article.body = random_text(vocabulary, below(random, 60), random);
  if (one_in(random, 12)) article.body = upper(article.body);
  if (one_in(random, 4)) {
    article.body += '\n' + upper(random_text(vocabulary, 4, random)) + '\n';
  }
  for (std::size_t i = below(random, 4); i > 0; --i) {
    article.names.push_back(any_of(vocabulary.names, random));
  }
  for (std::size_t i = below(random, 3); i > 0; --i) {
    article.topics.push_back(any_of(vocabulary.topics, random));
  }
  for (std::size_t i = below(random, 3); i > 0; --i) {
    article.authors.push_back(any_of(vocabulary.authors, random));
  }
  if (!one_in(random, 5)) article.source = any_of(vocabulary.sources, random);
  if (!one_in(random, 5)) article.published = any_of(vocabulary.dates, random);
  return article;
}

// ---- Words of articles

// What stands around a random byte, without the signs around it.
std::string some_word(const std::string& text, std::mt19937& random) {
  if (text.empty()) return {};
  constexpr const char* kSpace = " \n\t";
  const std::size_t at = below(random, text.size());
  const std::size_t before = text.find_last_of(kSpace, at);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  std::string word = text.substr(begin, text.find_first_of(kSpace, begin) - begin);
  while (!word.empty() && !is_alnum(word.back())) word.pop_back();
  return word;
}

// A word that means nothing else in a query: one node without signs of the language.
bool is_plain(const std::string& word) {
  if (word.empty() || !is_alnum(word.front())) return false;
  if (word == "AND" || word == "OR" || word == "NOT") return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool sign = std::string_view(".,'-&").find(word[i]) != std::string_view::npos;
    if (!is_alnum(word[i]) && !(sign && is_alnum(word[i - 1]))) return false;
  }
  return true;
}

// ---- What a question means

// The words of all leaves but dates: whether capitals mean something depends on them.
void collect_text(const Question& question, std::string& text) {
  text += question.text + ' ';
  for (const Question& child : question.children) collect_text(child, text);
}

// Knows a question as a whole.
class Meaning {
 public:
  Meaning(const Question& root, const Vocabulary& vocabulary)
      : names_(vocabulary.known_names) {
    std::string text;
    collect_text(root, text);
    capitals_ = capitals_matter(text);
  }

  Predicate of(const Question& question, bool title) const {
    switch (question.kind) {
      case Kind::kWord:
      case Kind::kExact:
      case Kind::kPhrase:
        return leaf(question, title);
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

  void want(const Question& question, std::vector<Finder>& wanted) const {
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
      case Kind::kPhrase:
        wanted.push_back(finder(question));
        return;
      case Kind::kRun:
        for (const Question& unit : cut(question)) want(unit, wanted);
        return;
      case Kind::kAnd:
      case Kind::kOr:
        for (const Question& child : question.children) want(child, wanted);
    }
  }

 private:
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

// ---- Questions as text

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
    default:
      return 4;
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

// ---- Random questions

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

Question random_value(const Vocabulary& vocabulary, std::mt19937& random) {
  Question question{.kind = Kind::kValue};
  switch (below(random, 5)) {
    case 0: {
      const Name& name = any_of(vocabulary.names, random);
      question.field = one_in(random, 4) ? Field::kName : field_of(name.kind);
      question.text = name.text;
      if (question.field == Field::kPerson && one_in(random, 3)) {
        question.text = name.text.substr(name.text.rfind(' ') + 1);
      }
      return question;
    }
    case 1:
      return {.kind = Kind::kValue,
              .text = any_of(vocabulary.topics, random),
              .field = Field::kTopic};
    case 2:
      return {.kind = Kind::kValue,
              .text = any_of(vocabulary.sources, random),
              .field = Field::kSource};
    case 3:
      return {.kind = Kind::kValue,
              .text = any_of(vocabulary.authors, random),
              .field = Field::kAuthor};
    default:
      return {.kind = Kind::kValue,
              .text = "a" + std::to_string(below(random, 400)),
              .field = Field::kId};
  }
}

Question random_dates(const Vocabulary& vocabulary, std::mt19937& random) {
  Date a = first_day(any_of(vocabulary.dates, random));
  Date b = last_day(any_of(vocabulary.dates, random));
  if (b < a) std::swap(a, b);
  if (one_in(random, 5)) a = {1, 1, 1};
  if (a.year > 1 && one_in(random, 5)) b = {9999, 12, 31};
  return {.kind = Kind::kDates, .range = {a, b}};
}

Question random_leaf(const Vocabulary& vocabulary, std::mt19937& random, bool title) {
  const std::size_t choice = below(random, title ? 7 : 10);
  if (choice < 5) return random_word(vocabulary, random);
  if (choice < 7) return random_phrase(vocabulary, random);
  if (choice < 9) return random_value(vocabulary, random);
  return random_dates(vocabulary, random);
}

Question tree(const Vocabulary& vocabulary, std::mt19937& random, int depth,
              bool title);

Question random_run(const Vocabulary& vocabulary, std::mt19937& random, bool title) {
  Question run{.kind = Kind::kRun};
  for (std::size_t words = 2 + below(random, 3); words > 0; --words) {
    if (one_in(random, 3)) {
      // The words of a name one by one.
      std::string name = any_of(vocabulary.names, random).text + ' ';
      for (std::size_t end; (end = name.find(' ')) != name.npos;
           name.erase(0, end + 1)) {
        run.children.push_back({.kind = Kind::kWord, .text = name.substr(0, end)});
      }
    } else {
      run.children.push_back(random_leaf(vocabulary, random, title));
    }
  }
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

Question tree(const Vocabulary& vocabulary, std::mt19937& random, int depth,
              bool title) {
  if (depth == 0) return random_leaf(vocabulary, random, title);
  switch (below(random, 8)) {
    case 0:
    case 1:
      return random_group(Kind::kAnd, vocabulary, random, depth, title);
    case 2:
    case 3:
      return random_group(Kind::kOr, vocabulary, random, depth, title);
    case 4:
      return random_run(vocabulary, random, title);
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

}  // namespace

Vocabulary small_vocabulary() {
  using enum NameKind;
  return {
      .words = {"treaty",     "treaties",     "sanction",    "sanctions",
                "sanctioned", "talks",        "talk",        "minister",
                "ministers",  "oil",          "price",       "prices",
                "the",        "of",           "and",         "arms",
                "control",    "controls",     "war",         "nuclear",
                "start",      "starts",       "new",         "North",
                "Bay",        "bank",         "river",       "g20",
                "G-20",       "co-operation", "cooperation", "face-to-face",
                "U.S.",       "us",           "US",          "START",
                "NATO",       "OPEC",         "opec",        "3.5",
                "10,000",     "2023",         "Japan's",     "organise",
                "organize",   "organization", "1986/87",     "take-or-pay",
                "Petrov",     "Anna"},
      .names = {{kPerson, "Anna Petrov"},
                {kPerson, "Anya Petrova"},
                {kPerson, "Ivan Petrov"},
                {kPerson, "Jose Maria Silva"},
                {kPlace, "North Bay"},
                {kPlace, "Bay of Plenty"},
                {kOrg, "River Bank"},
                {kOrg, "North Bay Bank"},
                {kOrg, "Oil Ministers"},
                {kThing, "New START"},
                {kThing, "Arms Control"}},
      .linked = {{kPerson, {"anna petrov", "anya petrova"}},
                 {kOrg, {"north bay bank", "river bank"}}},
      .sources = {"Reuters", "AP", "BBC News"},
      .authors = {"Ann Lee", "Guy Roe", "Lee"},
      .topics = {"oil", "arms", "money-fx", "grain"},
      .dates = {{2022, 12, 31},
                {2023, 1, 1},
                {2023, 1, 31},
                {2023, 2, 28},
                {2023, 3, 2},
                {2024, 2, 29},
                {2023, 1},
                {2023, 3},
                {2022},
                {2023}},
  };
}

Vocabulary vocabulary_of(const std::vector<Article>& articles, std::mt19937& random) {
  constexpr std::size_t kWords = 400;
  Vocabulary result;
  std::set<std::string> sources, authors, topics;
  std::set<Name> names;
  std::set<Date> dates;
  for (const Article& article : articles) {
    if (!article.source.empty()) sources.insert(article.source);
    authors.insert(article.authors.begin(), article.authors.end());
    topics.insert(article.topics.begin(), article.topics.end());
    for (const Name& name : article.names) {
      if (name.text.find(' ') != name.text.npos) names.insert(name);
    }
    if (article.published.date) dates.insert(article.published.date);
  }
  while (result.words.size() < kWords) {
    std::string word = some_word(any_of(articles, random).body, random);
    if (is_plain(word)) result.words.push_back(std::move(word));
  }
  result.names.assign(names.begin(), names.end());
  result.sources.assign(sources.begin(), sources.end());
  result.authors.assign(authors.begin(), authors.end());
  result.topics.assign(topics.begin(), topics.end());
  result.dates.assign(dates.begin(), dates.end());
  return result;
}

std::vector<Article> random_articles(const Vocabulary& vocabulary, std::size_t count,
                                     std::mt19937& random) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back(random_article(vocabulary, random));
    articles.back().id = "a" + std::to_string(i);
  }
  return articles;
}

std::string to_query(const Question& question) {
  switch (question.kind) {
    case Kind::kWord:
      return question.text;
    case Kind::kExact:
      return '=' + question.text;
    case Kind::kPhrase:
      return quoted(question.text);
    case Kind::kRun:
      return joined(question, " ");
    case Kind::kAnd:
      return joined(question, " AND ");
    case Kind::kOr:
      return joined(question, " OR ");
    case Kind::kNot:
      return '-' + in_brackets(question.children.front(), 4);
    case Kind::kTitle:
      return "title:" + in_brackets(question.children.front(), 4);
    case Kind::kValue:
      return value_text(question);
    case Kind::kDates:
      break;
  }
  return dates_text(question.range);
}

Predicate meaning(const Question& question, const Vocabulary& vocabulary) {
  return Meaning(question, vocabulary).of(question, false);
}

std::vector<Finder> wanted(const Question& question, const Vocabulary& vocabulary) {
  std::vector<Finder> result;
  Meaning(question, vocabulary).want(question, result);
  return result;
}

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
