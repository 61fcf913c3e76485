#include "tests/search_oracle.h"

#include <algorithm>
#include <set>
#include <utility>

#include "tests/random_choice.h"

namespace dateline::oracle {
namespace {

bool has_digit(const std::string& word) {
  return word.find_first_of("0123456789") != word.npos;
}

// Letters and then digits.
bool is_numbered(const std::string& word) {
  const std::size_t digit = word.find_first_of("0123456789");
  return digit != word.npos && digit > 0 &&
         word.find_first_not_of("0123456789", digit) == word.npos;
}

// Where words of `query` from `q` on end that stand in `text` from `t` on, a word and
// its joined form being the same; none.
constexpr std::size_t kNowhere = ~std::size_t{0};

std::size_t end_of(const Text& query, std::size_t q, const Text& text, std::size_t t,
                   bool mind_capitals) {
  if (q == query.size()) return t;
  if (t >= text.size()) return kNowhere;
  for (const Word& wanted : query[q]) {
    for (const Word& found : text[t]) {
      const bool in_capitals =
          mind_capitals && !wanted.capitals.empty() && !has_digit(wanted.word);
      const bool same =
          in_capitals ? wanted.capitals == found.capitals : wanted.word == found.word;
      // The index has where a joined form begins, not how long it is: a word typed as
      // one can only end a phrase there, unless it can be taken apart (G20).
      const bool apart = wanted.parts < found.parts && !is_numbered(wanted.word);
      if (!same || (apart && q + wanted.parts < query.size())) continue;
      const std::size_t end =
          end_of(query, q + wanted.parts, text, t + found.parts, mind_capitals);
      if (end != kNowhere) return end;
    }
  }
  return kNowhere;
}

template <typename Test>
Finder find_words(Test test) {
  return [test](const Text& text) {
    std::vector<Span> spans;
    for (std::size_t t = 0; t < text.size(); ++t) {
      for (const Word& found : text[t]) {
        if (test(found)) spans.push_back({t, t + found.parts});
      }
    }
    return spans;
  };
}

bool is_meant(const SameEntity& entity, NameKind kind, const std::string& name) {
  if (entity.kind != kind) return false;
  const std::string wanted = lower(name);
  const bool surname = kind == NameKind::kPerson && wanted.find(' ') == wanted.npos;
  return std::any_of(entity.names.begin(), entity.names.end(), [&](const auto& found) {
    return found == wanted || (surname && found.ends_with(" " + wanted));
  });
}

Predicate name_of(NameKind kind, std::string text) {
  return [kind, text = std::move(text)](const Document& document) {
    const auto& all = document.entities;
    return std::any_of(all.begin(), all.end(), [&](const SameEntity& entity) {
      return is_meant(entity, kind, text);
    });
  };
}

SameEntity entity_of(const Name& name, const std::vector<SameEntity>& linked) {
  const std::string text = lower(name.text);
  for (const SameEntity& entity : linked) {
    const auto& names = entity.names;
    if (entity.kind != name.kind) continue;
    if (std::find(names.begin(), names.end(), text) != names.end()) return entity;
  }
  return {name.kind, {text}};
}

}  // namespace

Document read_article(Article article, const std::vector<SameEntity>& linked) {
  Document document;
  for (const Name& given : article.names) {
    document.entities.push_back(entity_of(given, linked));
  }
  document.title = read_text(article.title);
  document.body = read_text(article.body);
  article.title.clear();
  article.body.clear();
  document.article = std::move(article);
  return document;
}

namespace {

// "2019-2021" is three years: each unit of a range of at most 31 days, 12 months or 10
// years; of a longer one its ends and the whole.
void add_periods(const DateMention& mention, std::vector<DateRange>& periods) {
  const std::size_t slash = mention.value.find('/');
  const auto first = parse_date(mention.value.substr(0, slash));
  const auto last = slash == std::string::npos
                        ? std::nullopt
                        : parse_date(mention.value.substr(slash + 1));
  if (!first || !last) return periods.push_back(mention.range);
  const bool of_years = first->month == 0 && last->month == 0;
  const bool of_months = !of_years && first->day == 0 && last->day == 0;
  const bool of_days = first->day != 0 && last->day != 0;
  const std::size_t most = of_years ? 10 : of_months ? 12 : 31;
  std::vector<DateRange> units;
  if (of_years || of_months || of_days) {
    for (std::int32_t day = to_days(first_day(*first));
         day <= to_days(last_day(*last)) && units.size() <= most;) {
      Date unit = from_days(day);
      if (!of_days) unit.day = 0;
      if (of_years) unit.month = 0;
      units.push_back({first_day(unit), last_day(unit)});
      day = to_days(last_day(unit)) + 1;
    }
  }
  if (units.empty() || units.size() > most) {
    units = {{first_day(*first), last_day(*first)},
             {first_day(*last), last_day(*last)},
             mention.range};
  }
  periods.insert(periods.end(), units.begin(), units.end());
}

}  // namespace

Document read_article(const AnnotatedArticle& found,
                      const std::vector<SameEntity>& linked) {
  Article article = found.article;
  std::vector<DateRange> mentioned;
  for (const Annotations* part : {&found.title, &found.body}) {
    for (const NameMention& name : part->names) {
      if (gives_facets(name.region) && !name.is_demonym) {
        article.names.push_back(name.name);
      }
    }
    for (const DateMention& date : part->dates) {
      const bool dated = date.type == DateType::kDate || date.type == DateType::kTime;
      if (dated && gives_facets(date.region) && date.range.first) {
        add_periods(date, mentioned);
      }
    }
  }
  Document document = read_article(std::move(article), linked);
  document.mentioned = std::move(mentioned);
  return document;
}

Finder find_word(std::string text) {
  return find_words([wanted = read_word(text)](const Word& found) {
    return wanted.stem.empty() ? wanted.word == found.word : wanted.stem == found.stem;
  });
}

Finder find_exact(std::string text) {
  return find_words(
      [wanted = lower(text)](const Word& found) { return wanted == found.word; });
}

Finder find_capitals(std::string text) {
  return find_words([wanted = std::move(text)](const Word& found) {
    return found.capitals == wanted;
  });
}

Finder find_phrase(std::string text, bool mind_capitals) {
  return [wanted = read_typed(text), mind_capitals](const Text& in) {
    std::vector<Span> spans;
    for (std::size_t t = 0; t < in.size(); ++t) {
      const std::size_t end = end_of(wanted, 0, in, t, mind_capitals);
      if (end != kNowhere) spans.push_back({t, end});
    }
    return spans;
  };
}

Finder find_typed(std::string text, bool mind_capitals) {
  const Text words = read_typed(text);
  if (words.size() > 1) {
    const Word& last = words.front().back();
    if (last.parts != words.size()) return find_phrase(text, mind_capitals);
    return find_any({find_word(last.word), find_phrase(text)});
  }
  const Word& word = words.front().front();
  if (mind_capitals && !has_digit(word.word) && !word.capitals.empty()) {
    return find_capitals(word.capitals);
  }
  return find_word(word.word);
}

Finder find_any(std::vector<Finder> finders) {
  return [finders](const Text& text) {
    std::vector<Span> all;
    for (const Finder& find : finders) {
      for (const Span& span : find(text)) all.push_back(span);
    }
    std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) {
      return std::pair(a.first, a.last) < std::pair(b.first, b.last);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  };
}

bool is_covered(std::string_view text, const std::vector<Finder>& finders) {
  const Text words = read_typed(text);
  std::size_t covered = 0;
  for (const Span& span : find_any(finders)(words)) {
    if (span.first > covered) return false;
    covered = std::max(covered, span.last);
  }
  return covered == words.size();
}

Predicate anywhere(Finder finder) {
  return [find = std::move(finder)](const Document& document) {
    return !find(document.title).empty() || !find(document.body).empty();
  };
}

Predicate in_title(Finder finder) {
  return [find = std::move(finder)](const Document& document) {
    return !find(document.title).empty();
  };
}

Predicate word(std::string text) { return anywhere(find_word(std::move(text))); }
Predicate exact(std::string text) { return anywhere(find_exact(std::move(text))); }
Predicate capitals(std::string text) {
  return anywhere(find_capitals(std::move(text)));
}
Predicate phrase(std::string text, bool mind_capitals) {
  return anywhere(find_phrase(std::move(text), mind_capitals));
}
Predicate title_word(std::string text) { return in_title(find_word(std::move(text))); }
Predicate title_exact(std::string text) {
  return in_title(find_exact(std::move(text)));
}
Predicate title_phrase(std::string text) {
  return in_title(find_phrase(std::move(text)));
}

Predicate topic(std::string code) {
  return [code](const Document& document) {
    const auto& topics = document.article.topics;
    return std::find(topics.begin(), topics.end(), code) != topics.end();
  };
}

Predicate place(std::string text) { return name_of(NameKind::kPlace, std::move(text)); }
Predicate org(std::string text) { return name_of(NameKind::kOrg, std::move(text)); }
Predicate person(std::string text) {
  return name_of(NameKind::kPerson, std::move(text));
}

Predicate name(std::string text) {
  return any({place(text), org(text), person(text), name_of(NameKind::kThing, text)});
}

bool is_meant(const SameEntity& entity, Field field, const std::string& name) {
  switch (field) {
    case Field::kPerson:
      return is_meant(entity, NameKind::kPerson, name);
    case Field::kOrg:
      return is_meant(entity, NameKind::kOrg, name);
    case Field::kPlace:
      return is_meant(entity, NameKind::kPlace, name);
    default:
      return is_meant(entity, entity.kind, name);
  }
}

Predicate source(std::string text) {
  return [wanted = lower(text)](const Document& document) {
    return lower(document.article.source) == wanted;
  };
}

Predicate author(std::string text) {
  return [wanted = lower(text)](const Document& document) {
    const auto& authors = document.article.authors;
    return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
      return lower(author) == wanted;
    });
  };
}

Predicate id(std::string text) {
  return [text](const Document& document) { return document.article.id == text; };
}

Predicate site(std::string host) {
  const auto without_www = [](const std::string& text) {
    return text.starts_with("www.") ? text.substr(4) : text;
  };
  return [wanted = without_www(lower(host)), without_www](const Document& document) {
    const std::string url = lower(document.article.url);
    const std::size_t scheme = url.find("://");
    if (scheme == url.npos) return false;
    const std::size_t begin = scheme + 3;
    return without_www(url.substr(begin, url.find('/', begin) - begin)) == wanted;
  };
}

Predicate url(std::string text) {
  return [text](const Document& document) { return document.article.url == text; };
}

Predicate published(Date first, Date last) {
  return [first, last](const Document& document) {
    const Date date = document.article.published.date;
    return date && first <= first_day(date) && last_day(date) <= last;
  };
}

Predicate about(Date first, Date last) {
  return [first, last](const Document& document) {
    const auto& all = document.mentioned;
    return std::any_of(all.begin(), all.end(), [&](const DateRange& days) {
      return first <= days.first && days.last <= last;
    });
  };
}

Predicate all(std::vector<Predicate> predicates) {
  return [predicates](const Document& document) {
    return std::all_of(predicates.begin(), predicates.end(),
                       [&](const Predicate& holds) { return holds(document); });
  };
}

Predicate any(std::vector<Predicate> predicates) {
  return [predicates](const Document& document) {
    return std::any_of(predicates.begin(), predicates.end(),
                       [&](const Predicate& holds) { return holds(document); });
  };
}

Predicate none(std::vector<Predicate> predicates) {
  return [found = any(std::move(predicates))](const Document& document) {
    return !found(document);
  };
}

std::set<std::string> facet_values(const std::string& kind, const Document& document) {
  const Article& article = document.article;
  std::set<std::string> values;
  for (const SameEntity& entity : document.entities) {
    if (to_string(entity.kind) == kind) values.insert(entity.names.front());
  }
  if (kind == "topic") values.insert(article.topics.begin(), article.topics.end());
  if (kind == "source" && !article.source.empty()) values.insert(lower(article.source));
  if (kind == "author") {
    for (const std::string& author : article.authors) values.insert(lower(author));
  }
  const Date date = article.published.date;
  if (kind == "published:year" && date) values.insert(to_string(Date{date.year}));
  if (kind == "published:month" && date.month != 0) {
    values.insert(to_string(Date{date.year, date.month}));
  }
  if (kind == "published:day" && date.day != 0) values.insert(to_string(date));
  return values;
}

}  // namespace dateline::oracle
