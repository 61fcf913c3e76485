// How matches are ranked: the weighting of words, and what raises an article that
// matches anyway.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/word_units.h"

namespace dateline {

/// Values to be tuned on judged collections.
struct RankingParameters {
  /// BM25. k1 is how much a second occurrence of a word still adds, b how much long
  /// articles are held back: news varies less in length than the Web does.
  double k1 = 1.2;
  double b = 0.5;
  double min_length = 0.5;  ///< Of the average: shorter articles count as this long.

  /// A word in the title counts this much more, on top of its place in the article.
  double title = 0.8;

  /// Neighbouring words of a query that stand near each other.
  double nearness = 0.4;
  std::uint32_t near_window = 8;  ///< Words.
  std::size_t near_pairs = 8;     ///< At most this many pairs are looked at.

  /// Two words of which the rarer one is in more than this share of all articles, and
  /// in more articles than near_always, say little by standing near each other, and
  /// would cost most to compare.
  double near_max_share = 0.1;
  double near_always = 1000;
};

/// How much each word of a query adds to the score of an article that has it.
Xapian::BM25Weight weighting(const RankingParameters& parameters = {});

/// Adds what raises an article that already matches by `unit`: the unit in its title.
void add_bonuses(const WordUnit& unit, const RankingParameters& parameters,
                 std::vector<Xapian::Query>& bonuses);

/// Adds what raises an article that already matches: neighbouring units near each
/// other.
void add_nearness_bonuses(std::span<const WordUnit> units,
                          const Xapian::Database& database,
                          const RankingParameters& parameters,
                          std::vector<Xapian::Query>& bonuses);

}  // namespace dateline
