// Random articles, and random queries over the whole language with what they mean: the
// text for the parser, the predicate for the oracle.

#pragma once

#include <dateline/article.h>
#include <dateline/searcher.h>

#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/search_oracle.h"

namespace dateline::oracle {

/// What articles are made of and queries ask for.
struct Vocabulary {
  std::vector<std::string> words;  ///< As texts write them, and people who ask.
  std::vector<Name> names;         ///< As editors give them, of two or more words.
  std::vector<SameEntity> linked;  ///< Some of these.
  std::vector<std::string> sources{};
  std::vector<std::string> authors{};
  std::vector<std::string> topics{};
  std::vector<Date> dates{};  ///< Days, months and years.

  /// Of the names, those that some article has, in lower case: the index knows no
  /// other.
  std::set<std::string> known_names{};
};

/// Few words, so that everything meets everything: compounds, capitals, figures,
/// possessives, words of one stem, names of one entity.
Vocabulary small_vocabulary();

/// What these articles are made of: some hundreds of their words, and all their names,
/// sources, authors, topics and days.
Vocabulary vocabulary_of(const std::vector<Article>& articles, std::mt19937& random);

/// Articles over `vocabulary`, the same ones for a seed; ids "a0", "a1", …
std::vector<Article> random_articles(const Vocabulary& vocabulary, std::size_t count,
                                     std::mt19937& random);

/// A query as a tree, before it is either text or predicate.
struct Question {
  enum class Kind {
    kWord,
    kExact,
    kPhrase,
    kRun,
    kAnd,
    kOr,
    kNot,
    kTitle,
    kValue,
    kDates,
  };
  Kind kind = Kind::kWord;
  std::string text{};        ///< Of a leaf, without its signs.
  Field field = Field::kId;  ///< Of kValue: a name or metadata.
  DateRange range{};         ///< Of kDates.
  std::vector<Question> children{};
};

/// As somebody would type it; its operators stand as they bind, with a few brackets
/// more than are needed.
std::string to_query(const Question& question);

/// What it asks of an article.
Predicate meaning(const Question& question, const Vocabulary& vocabulary);

/// What it asks of texts, but under NOT or in the title: a snippet marks nothing else.
std::vector<Finder> wanted(const Question& question, const Vocabulary& vocabulary);

Question random_question(const Vocabulary& vocabulary, std::mt19937& random);

/// Facet values that are asked for beside a query, at times several of one kind.
std::vector<FacetFilter> random_filters(const Vocabulary& vocabulary,
                                        std::mt19937& random);

}  // namespace dateline::oracle
