#include "query/word_queries.h"

#include <algorithm>

#include "index/schema.h"

namespace dateline {
namespace {

using Xapian::Query;

// The term of a word in a phrase. Words in capitals have one term for the whole
// article; beside a word of the title it can only be met there.
std::string positional_term(const QueryWord& word, bool in_title) {
  if (!word.capitals.empty()) return schema::capitals_term(word.capitals);
  return in_title ? schema::title_word_term(word.word) : schema::word_term(word.word);
}

std::string stem_term(const std::string& stem, bool in_title) {
  return in_title ? schema::title_stem_term(stem) : schema::stem_term(stem);
}

// The word by its stem, or as it is where it has none; by its stems in the other
// languages of the index as if they were the same.
Query loose_query(const QueryWord& word, bool in_title) {
  const std::string exact =
      in_title ? schema::title_word_term(word.word) : schema::word_term(word.word);
  std::vector<Query> terms;
  terms.emplace_back(word.stem.empty() ? exact : stem_term(word.stem, in_title));
  if (word.lacks_stem_elsewhere) terms.emplace_back(exact);
  for (const std::string& stem : word.other_stems) {
    terms.emplace_back(stem_term(stem, in_title));
  }
  return terms.size() == 1 ? terms.front()
                           : Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

WordSequence without_capitals(WordSequence words) {
  for (QueryWord& word : words) word.capitals.clear();
  return words;
}

bool all_in_capitals(const WordSequence& words) {
  return std::none_of(words.begin(), words.end(),
                      [](const QueryWord& word) { return word.capitals.empty(); });
}

Query sequence_query(const WordSequence& words, bool in_title) {
  std::vector<Query> terms;
  for (const QueryWord& word : words)
    terms.emplace_back(positional_term(word, in_title));
  if (terms.size() == 1) return terms.front();
  return {Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

// Words in capitals and nothing else, in the title: as any words there, and in capitals
// somewhere in the article.
Query capitals_in_title(const WordSequence& words) {
  return {Query::OP_FILTER, sequence_query(without_capitals(words), true),
          sequence_query(words, false)};
}

Query phrase_query(const WordUnit& unit, bool in_title) {
  std::vector<WordSequence> ways = unit.alternatives;
  ways.push_back(unit.words);
  std::vector<Query> queries;
  for (const WordSequence& words : ways) {
    queries.push_back(in_title && all_in_capitals(words)
                          ? capitals_in_title(words)
                          : sequence_query(words, in_title));
  }
  return queries.size() == 1 ? queries.front()
                             : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query word_query(const QueryWord& word, bool in_title) {
  if (word.capitals.empty()) return loose_query(word, in_title);
  if (!in_title) return Query(schema::capitals_term(word.capitals));
  return capitals_in_title({word});
}

// The joined form is the better witness; the parts add no more than one word would.
Query joined_query(const WordUnit& unit, bool in_title) {
  const double share = 1.0 / static_cast<double>(unit.words.size());
  return {Query::OP_OR, loose_query(unit.joined, in_title),
          Query(Query::OP_SCALE_WEIGHT, sequence_query(unit.words, in_title), share)};
}

Wanted::Phrase wanted_phrase(const WordSequence& words) {
  Wanted::Phrase phrase;
  for (const QueryWord& word : words) {
    const bool capitals = !word.capitals.empty();
    phrase.push_back({capitals ? word.capitals : word.word, capitals});
  }
  return phrase;
}

// A word, loosely.
Wanted wanted_word(const QueryWord& word) {
  if (!word.capitals.empty()) return {.capitals = word.capitals};
  if (!word.stem.empty()) {
    return {.stem = word.stem,
            .other_stems = word.other_stems,
            .word = word.lacks_stem_elsewhere ? word.word : std::string()};
  }
  return {.other_stems = word.other_stems, .word = word.word};
}

}  // namespace

const RankingParameters& ranking() {
  static const RankingParameters parameters;
  return parameters;
}

Xapian::BM25Weight weighting() {
  const RankingParameters& p = ranking();
  // k2 is of no use to us; k3 would weigh words that the query repeats.
  return {p.k1, 0, 1, p.b, p.min_length};
}

Query unit_query(const WordUnit& unit, bool in_title) {
  switch (unit.kind) {
    case WordUnit::Kind::kWord:
      return word_query(unit.words.front(), in_title);
    case WordUnit::Kind::kJoined:
      return joined_query(unit, in_title);
    case WordUnit::Kind::kExact:
    case WordUnit::Kind::kPhrase:
    case WordUnit::Kind::kName:
      break;
  }
  return phrase_query(unit, in_title);
}

Query title_bonus(const WordUnit& unit) {
  Query in_title;
  if (unit.kind == WordUnit::Kind::kWord) {
    in_title = loose_query(unit.words.front(), true);
  } else if (unit.kind == WordUnit::Kind::kJoined) {
    in_title = joined_query(unit, true);
  } else {
    in_title = sequence_query(without_capitals(unit.words), true);
  }
  return {Query::OP_SCALE_WEIGHT, in_title, ranking().title};
}

void add_nearness_bonuses(std::span<const WordUnit> units,
                          const Xapian::Database& database,
                          std::vector<Query>& bonuses) {
  const double max_articles = std::max(
      ranking().near_always, ranking().near_max_share * database.get_doccount());
  const std::size_t pairs = units.empty() ? 0 : units.size() - 1;
  for (std::size_t i = 0; i < std::min(pairs, ranking().near_pairs); ++i) {
    const std::string left = positional_term(units[i].words.back(), false);
    const std::string right = positional_term(units[i + 1].words.front(), false);
    if (left == right) continue;
    const Xapian::doccount rarer =
        std::min(database.get_termfreq(left), database.get_termfreq(right));
    if (rarer == 0 || rarer > max_articles) continue;
    const Query terms[] = {Query(left), Query(right)};
    const Query near(Query::OP_NEAR, std::begin(terms), std::end(terms),
                     ranking().near_window);
    bonuses.emplace_back(Query::OP_SCALE_WEIGHT, near, ranking().nearness);
  }
}

Wanted wanted(const WordUnit& unit) {
  if (unit.kind == WordUnit::Kind::kWord) return wanted_word(unit.words.front());
  if (unit.kind == WordUnit::Kind::kExact) {
    const QueryWord& word = unit.words.front();
    if (!word.capitals.empty()) return {.capitals = word.capitals};
    return {.word = word.word};
  }
  Wanted result;
  if (unit.kind == WordUnit::Kind::kJoined) result = wanted_word(unit.joined);
  result.phrases.push_back(wanted_phrase(unit.words));
  for (const WordSequence& other : unit.alternatives) {
    result.phrases.push_back(wanted_phrase(other));
  }
  return result;
}

}  // namespace dateline
