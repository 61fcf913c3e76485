#include "tests/random_articles.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "tests/random_choice.h"

namespace dateline::oracle {
namespace {

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string random_text(const Vocabulary& vocabulary, std::size_t words,
                        std::mt19937& random) {
  std::string text;
  while (words-- > 0) {
    const bool is_date = !vocabulary.date_phrases.empty() && one_in(random, 12);
    const bool is_name = one_in(random, 12);
    text += is_date   ? any_of(vocabulary.date_phrases, random)
            : is_name ? any_of(vocabulary.names, random).text
                      : any_of(vocabulary.words, random);
    const std::size_t sign = below(random, 16);
    text += sign == 0 ? ". " : sign == 1 ? ", " : sign == 2 ? ".\n" : " ";
  }
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
  if (!one_in(random, 3)) article.url = any_of(vocabulary.urls, random);
  if (!one_in(random, 5)) article.source = any_of(vocabulary.sources, random);
  if (!one_in(random, 5)) article.published = any_of(vocabulary.dates, random);
  return article;
}

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
      .urls = {"https://www.example.org/a", "https://example.org/b?c=d",
               "http://news.example.org/", "https://Example.com/1", "mailto:a@b.org"},
  };
}

Vocabulary dated_vocabulary() {
  Vocabulary result = small_vocabulary();
  result.date_phrases = {"on 2 March 2023",
                         "on February 28, 2023",
                         "on 31 December 2022",
                         "in March 2023",
                         "in December 2022",
                         "in 2022",
                         "in 2023",
                         "in the first quarter of 2023",
                         "in the second half of 2022",
                         "in the spring of 2023",
                         "in the winter of 2022",
                         "in the 2010s",
                         "yesterday",
                         "on Tuesday",
                         "last month",
                         "for three weeks"};
  return result;
}

Vocabulary vocabulary_of(const std::vector<Article>& articles, std::mt19937& random) {
  constexpr std::size_t kWords = 400;
  Vocabulary result;
  std::set<std::string> sources, authors, topics, urls;
  std::set<Name> names;
  std::set<Date> dates;
  for (const Article& article : articles) {
    if (!article.source.empty()) sources.insert(article.source);
    authors.insert(article.authors.begin(), article.authors.end());
    topics.insert(article.topics.begin(), article.topics.end());
    for (const Name& name : article.names) {
      if (name.text.find(' ') != name.text.npos) names.insert(name);
    }
    if (!article.url.empty()) urls.insert(article.url);
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
  result.urls.assign(urls.begin(), urls.end());
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

}  // namespace dateline::oracle
