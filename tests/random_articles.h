// Random articles, and what they are made of.

#pragma once

#include <dateline/article.h>

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
  std::vector<std::string> urls{};

  /// "in March 2023": where there are any, texts speak of days, and articles are to be
  /// indexed with what is found in them.
  std::vector<std::string> date_phrases{};

  /// Of the names, those that some article has, in lower case: the index knows no
  /// other.
  std::set<std::string> known_names{};
};

/// Few words, so that everything meets everything: compounds, capitals, figures,
/// possessives, words of one stem, names of one entity.
Vocabulary small_vocabulary();

/// The same, and dates in the texts.
Vocabulary dated_vocabulary();

/// What these articles are made of: some hundreds of their words, and all their names,
/// sources, authors, topics and days.
Vocabulary vocabulary_of(const std::vector<Article>& articles, std::mt19937& random);

/// Articles over `vocabulary`, the same ones for a seed; ids "a0", "a1", …
std::vector<Article> random_articles(const Vocabulary& vocabulary, std::size_t count,
                                     std::mt19937& random);

}  // namespace dateline::oracle
