#include "query/word_queries.h"

#include <algorithm>
#include <utility>

#include "index/schema.h"
#include "query/alternatives.h"
#include "query/phrase_source.h"
#include "query/span_source.h"

namespace dateline {
namespace {

using Xapian::Query;

std::string stem_term(const std::string& stem, bool in_title) {
  return in_title ? schema::title_stem_term(stem) : schema::stem_term(stem);
}

// The word by its stem, or as it is where it has none; by its stems in the other
// languages of the index as if they were the same.
std::vector<std::string> loose_terms(const QueryWord& word, bool in_title) {
  const auto exact = [&] {
    return in_title ? schema::title_word_term(word.word) : schema::word_term(word.word);
  };
  std::vector<std::string> terms;
  terms.push_back(word.stem.empty() ? exact() : stem_term(word.stem, in_title));
  if (word.lacks_stem_elsewhere) terms.push_back(exact());
  for (const std::string& stem : word.other_stems) {
    terms.push_back(stem_term(stem, in_title));
  }
  return terms;
}

Query loose_query(const QueryWord& word, bool in_title) {
  const auto terms = loose_terms(word, in_title);
  return terms.size() == 1 ? Query(terms.front())
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

std::vector<std::string> positional_terms(const WordSequence& words, bool in_title) {
  std::vector<std::string> terms;
  for (const QueryWord& word : words) {
    terms.push_back(positional_term(word, in_title));
  }
  return terms;
}

Query sequence_query(const WordSequence& words, bool in_title, const RunLimit& limit) {
  std::vector<std::string> terms = positional_terms(words, in_title);
  const Query all(Query::OP_AND, terms.begin(), terms.end());
  if (terms.size() == 1) return all;
  return {Query::OP_FILTER, all, phrase_source(std::move(terms), limit)};
}

// Words in capitals and nothing else, in the title. Words in capitals have one term for
// the whole article, so that the places decide.
Query capitals_in_title(const WordSequence& words, const RunLimit& limit) {
  const auto terms = positional_terms(without_capitals(words), true);
  return {Query::OP_FILTER, Query(Query::OP_AND, terms.begin(), terms.end()),
          span_source(spans_in_order(words), {.in_title = true}, limit)};
}

Query phrase_query(const WordUnit& unit, bool in_title, const RunLimit& limit) {
  std::vector<WordSequence> ways = unit.alternatives;
  ways.push_back(unit.words);
  std::vector<Query> queries;
  for (const WordSequence& words : ways) {
    queries.push_back(in_title && all_in_capitals(words)
                          ? capitals_in_title(words, limit)
                          : sequence_query(words, in_title, limit));
  }
  return any_of(queries);
}

Query word_query(const QueryWord& word, bool in_title, const RunLimit& limit) {
  if (word.capitals.empty()) return loose_query(word, in_title);
  if (!in_title) return Query(schema::capitals_term(word.capitals));
  return capitals_in_title({word}, limit);
}

// The joined form is the better witness; the parts add no more than one word would.
Query joined_query(const WordUnit& unit, bool in_title, const RunLimit& limit) {
  const double share = 1.0 / static_cast<double>(unit.words.size());
  return any_of({loose_query(unit.joined, in_title),
                 Query(Query::OP_SCALE_WEIGHT,
                       sequence_query(unit.words, in_title, limit), share)});
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

std::string positional_term(const QueryWord& word, bool in_title) {
  if (!word.capitals.empty()) return schema::capitals_term(word.capitals);
  return in_title ? schema::title_word_term(word.word) : schema::word_term(word.word);
}

std::vector<std::string> lone_terms(const WordUnit& unit, bool in_title) {
  const QueryWord& word = unit.words.front();
  if (unit.words.size() > 1 || !unit.alternatives.empty()) return {};
  if (unit.kind == WordUnit::Kind::kJoined) return {};
  if (!word.capitals.empty()) {
    if (in_title) return {};
    return {schema::capitals_term(word.capitals)};
  }
  if (unit.kind == WordUnit::Kind::kWord) return loose_terms(word, in_title);
  return {positional_term(word, in_title)};
}

Query unit_query(const WordUnit& unit, bool in_title, const RunLimit& limit) {
  switch (unit.kind) {
    case WordUnit::Kind::kWord:
      return word_query(unit.words.front(), in_title, limit);
    case WordUnit::Kind::kJoined:
      return joined_query(unit, in_title, limit);
    case WordUnit::Kind::kExact:
    case WordUnit::Kind::kPhrase:
    case WordUnit::Kind::kName:
      break;
  }
  return phrase_query(unit, in_title, limit);
}

SpanQuery spans_in_order(const WordSequence& words) {
  SpanQuery phrase{.kind = SpanQuery::Kind::kAdj};
  for (const QueryWord& word : words) {
    phrase.parts.push_back({.words = {{word.word, word.capitals}}});
  }
  if (phrase.parts.size() > 1) return phrase;
  SpanQuery only = std::move(phrase.parts.front());
  return only;
}

Query all_words_query(const WordSequence& words, bool in_title) {
  const auto terms = positional_terms(words, in_title);
  return {Query::OP_AND, terms.begin(), terms.end()};
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
