#include "query/ranking.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "index/schema.h"
#include "query/word_queries.h"

namespace dateline {
namespace {

using Xapian::Query;

// The unit whatever its case: words in capitals are told apart in the whole article
// only.
WordUnit without_capitals(WordUnit unit) {
  for (QueryWord& word : unit.words) word.capitals.clear();
  for (WordSequence& words : unit.alternatives) {
    for (QueryWord& word : words) word.capitals.clear();
  }
  return unit;
}

// What `query` is the OR of; their weights add up to its own.
std::vector<Query> sides_of(const Query& query) {
  if (query.get_type() != Query::OP_OR) return {query};
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

// How much of the weight of two terms their nearness adds; 0: it is not looked for.
double nearness_of(const std::string& left, const std::string& right,
                   const Xapian::Database& database, TermCounts& counts,
                   const RankingParameters& parameters) {
  const double all = std::max<double>(database.get_doccount(), parameters.near_always);
  const auto [rarer, commoner] = std::minmax(
      {counts.documents(database, left), counts.documents(database, right)});
  const double too_many =
      std::max(parameters.near_always, parameters.near_max_share * all);
  if (rarer == 0 || rarer > too_many) return 0;
  const double rarity = std::log1p(all / commoner) / std::log1p(all);
  return parameters.nearness * std::pow(rarity, parameters.near_rarity);
}

Bm25Parameters bm25_of(const RankingParameters& parameters) {
  return {parameters.k1, parameters.b, parameters.min_length};
}

PlaceBonus place_bonus(std::vector<std::string> terms, std::uint32_t window,
                       double factor, const Xapian::Database& database,
                       TermCounts& counts, const RankingParameters& parameters) {
  PlaceBonus bonus{.terms = std::move(terms), .window = window};
  for (const std::string& term : bonus.terms) {
    bonus.weights.emplace_back(bm25_of(parameters), database.get_doccount(),
                               database.get_avlength(),
                               counts.documents(database, term), factor);
  }
  return bonus;
}

}  // namespace

Bm25Weight weighting(const RankingParameters& parameters) {
  return Bm25Weight(bm25_of(parameters));
}

void add_bonuses(const WordUnit& unit, const RankingParameters& parameters,
                 const RunLimit& limit, std::vector<Query>& bonuses) {
  const Query in_title = unit_query(without_capitals(unit), true, limit);
  for (const Query& way : sides_of(in_title)) {
    bonuses.emplace_back(Query::OP_SCALE_WEIGHT, way, parameters.title);
  }
  if (unit.kind != WordUnit::Kind::kWord) return;
  bonuses.emplace_back(Query::OP_SCALE_WEIGHT,
                       Query(schema::word_term(unit.words.front().word)),
                       parameters.exact);
}

std::optional<RankedWord> ranked_word(const WordUnit& unit,
                                      const RankingParameters& parameters) {
  RankedWord word{.terms = lone_terms(unit, false)};
  if (word.terms.empty()) return std::nullopt;
  word.bonuses.push_back({lone_terms(without_capitals(unit), true), parameters.title});
  if (unit.kind == WordUnit::Kind::kWord) {
    word.bonuses.push_back(
        {{schema::word_term(unit.words.front().word)}, parameters.exact});
  }
  return word;
}

std::optional<RankedPhrase> ranked_phrase(const WordUnit& unit,
                                          const Xapian::Database& database,
                                          TermCounts& counts,
                                          const RankingParameters& parameters) {
  const bool is_phrase =
      unit.kind == WordUnit::Kind::kPhrase || unit.kind == WordUnit::Kind::kName;
  if (!is_phrase || !unit.alternatives.empty() || unit.words.size() < 2) {
    return std::nullopt;
  }
  RankedPhrase phrase;
  std::vector<std::string> in_title;
  for (const QueryWord& word : unit.words) {
    phrase.terms.push_back(positional_term(word, false));
  }
  for (const QueryWord& word : without_capitals(unit).words) {
    in_title.push_back(positional_term(word, true));
  }
  phrase.bonus = place_bonus(std::move(in_title), 0, parameters.title, database, counts,
                             parameters);
  return phrase;
}

// A source stands alone, as it may not be a plain part of an OP_OR (any_of()), and
// alone is looked at in articles that match only. Within OP_FILTER Xapian would make
// one OP_OR of all that stands behind OP_AND_MAYBE, but for what is scaled.
Query raised(Query query, std::span<const Query> bonuses) {
  std::vector<Query> words;
  bool stands_alone = false;
  for (const Query& bonus : bonuses) {
    if (bonus.get_type() == Query::LEAF_POSTING_SOURCE) {
      query = Query(Query::OP_AND_MAYBE, query, bonus);
      stands_alone = true;
    } else {
      words.push_back(bonus);
    }
  }
  if (!words.empty()) {
    query = Query(Query::OP_AND_MAYBE, query,
                  Query(Query::OP_OR, words.begin(), words.end()));
  }
  return stands_alone ? Query(Query::OP_SCALE_WEIGHT, query, 1.0) : query;
}

void add_nearness_bonuses(std::span<const WordUnit> units,
                          const Xapian::Database& database, TermCounts& counts,
                          const RankingParameters& parameters,
                          std::vector<PlaceBonus>& bonuses) {
  const std::size_t pairs = units.empty() ? 0 : units.size() - 1;
  for (std::size_t i = 0; i < std::min(pairs, parameters.near_pairs); ++i) {
    const std::string left = positional_term(units[i].words.back(), false);
    const std::string right = positional_term(units[i + 1].words.front(), false);
    if (left == right) continue;
    const double weight = nearness_of(left, right, database, counts, parameters);
    if (weight <= 0) continue;
    bonuses.push_back(place_bonus({left, right}, parameters.near_window, weight,
                                  database, counts, parameters));
  }
}

}  // namespace dateline
