// How matches are ranked: the weighting of words, and what raises an article that
// matches anyway.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/bm25.h"
#include "query/deadline.h"
#include "query/term_counts.h"
#include "query/word_tree.h"
#include "query/word_units.h"

namespace dateline {

/// Tuned on judged questions by a grid; `ranking_bench --grid` (benchmarks/) shows what
/// other values give. All are near the middle of a plateau.
struct RankingParameters {
  /// Those of BM25.
  double k1 = Bm25Parameters{}.k1;
  double b = Bm25Parameters{}.b;
  double min_length = Bm25Parameters{}.min_length;

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
Bm25Weight weighting(const RankingParameters& parameters = {});

/// Adds what raises an article that already matches by `unit`: the unit in its title,
/// and a word just as it was typed. `limit`: of runs that look for phrases.
void add_bonuses(const WordUnit& unit, const RankingParameters& parameters,
                 const RunLimit& limit, std::vector<Xapian::Query>& bonuses);

/// `unit` as one word with what add_bonuses() adds; nullopt where it is more than that.
std::optional<RankedWord> ranked_word(const WordUnit& unit,
                                      const RankingParameters& parameters);

/// A phrase, and what add_bonuses() adds for it; nullopt of what else `unit` may be.
struct RankedPhrase {
  std::vector<std::string> terms;
  PlaceBonus bonus;
};
std::optional<RankedPhrase> ranked_phrase(const WordUnit& unit,
                                          const Xapian::Database& database,
                                          TermCounts& counts,
                                          const RankingParameters& parameters);

/// `query`, the articles of which each of `bonuses` raises by its weight.
Xapian::Query raised(Xapian::Query query, std::span<const Xapian::Query> bonuses);

/// Adds what raises an article that already matches: neighbouring units near each
/// other.
void add_nearness_bonuses(std::span<const WordUnit> units,
                          const Xapian::Database& database, TermCounts& counts,
                          const RankingParameters& parameters,
                          std::vector<PlaceBonus>& bonuses);

}  // namespace dateline
