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

/// Tuned on judged questions by a grid; `ranking_bench --grid` (benchmarks/) shows what
/// other values give. All are near the middle of a plateau.
struct RankingParameters {
  /// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and
  /// Beyond, 2009). k1 is how much a second occurrence of a word still adds, b how much
  /// long articles are held back.
  double k1 = 1.6;
  double b = 0.75;
  double min_length = 0.2;  ///< Of the average: shorter articles count as this long.

  /// A word in the title counts this much more, on top of its place in the article.
  double title = 0.4;

  /// A word of the very form that was asked for counts this much more than another one
  /// of its stem.
  double exact = 0.25;

  /// Neighbouring words of a query that stand near each other, if both are rare. The
  /// commoner one decides: what it weighs of what a word of only one article would is
  /// taken to the power of near_rarity, for "heat of" is no more than "heat".
  double nearness = 0.3;
  double near_rarity = 4;
  std::uint32_t near_window = 8;  ///< Words.
  std::size_t near_pairs = 8;     ///< At most this many pairs are looked at.

  /// Two words of which the rarer one is in more than this share of all articles, and
  /// in more articles than near_always, would cost most to compare, and are not. An
  /// index of fewer than near_always articles does not tell which words are rare: it
  /// counts as if it had so many.
  double near_max_share = 0.1;
  double near_always = 1000;
};

/// How much each word of a query adds to the score of an article that has it.
Xapian::BM25Weight weighting(const RankingParameters& parameters = {});

/// Adds what raises an article that already matches by `unit`: the unit in its title,
/// and a word just as it was typed.
void add_bonuses(const WordUnit& unit, const RankingParameters& parameters,
                 std::vector<Xapian::Query>& bonuses);

/// `query`, the articles of which each of `bonuses` raises by its weight.
Xapian::Query raised(Xapian::Query query, std::span<const Xapian::Query> bonuses);

/// Adds what raises an article that already matches: neighbouring units near each
/// other.
void add_nearness_bonuses(std::span<const WordUnit> units,
                          const Xapian::Database& database,
                          const RankingParameters& parameters,
                          std::vector<Xapian::Query>& bonuses);

}  // namespace dateline
