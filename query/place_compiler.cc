#include "query/place_compiler.h"

#include <algorithm>
#include <set>
#include <utility>

#include "index/schema.h"
#include "query/alternatives.h"
#include "query/compiled_part.h"
#include "query/filter_compiler.h"
#include "query/query_limits.h"
#include "query/query_text.h"
#include "query/unit_reading.h"
#include "query/word_queries.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

SpanQuery words_at_one_place(std::vector<SpanWord> words) {
  return {.kind = SpanQuery::Kind::kWords, .words = std::move(words)};
}

SpanQuery any_of_spans(std::vector<SpanQuery> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  return {.kind = SpanQuery::Kind::kAny, .parts = std::move(parts)};
}

std::vector<Xapian::Query> rankings(std::span<const Place> places) {
  std::vector<Xapian::Query> queries;
  for (const Place& place : places) queries.push_back(place.ranking);
  return queries;
}

std::string joined_readings(std::span<const Place> places, const std::string& by) {
  std::string text;
  for (const Place& place : places) {
    if (!text.empty()) text += by;
    text += place.is_atom ? place.reading : '(' + place.reading + ')';
  }
  return text;
}

}  // namespace

std::optional<Place> PlaceCompiler::read(const QueryNode& node, bool in_title) {
  in_title_ = in_title;
  switch (node.kind) {
    case Kind::kPattern:
      return pattern(node);
    case Kind::kFuzzy:
      return fuzzy(node);
    case Kind::kOr:
      return any_of(node);
    case Kind::kField:
      return name(node);
    case Kind::kNear:
    case Kind::kAdj:
      return near(node);
    case Kind::kPhrase:
      return node.number > 0 ? window(node) : unit(node);
    default:
      return unit(node);
  }
}

// The word in all forms that the index has of it.
SpanQuery PlaceCompiler::loose_words(const QueryWord& word) {
  if (!word.capitals.empty()) return words_at_one_place({{word.word, word.capitals}});
  std::vector<std::string> stems = word.other_stems;
  if (!word.stem.empty()) stems.push_back(word.stem);
  std::vector<text::Analyzer*> analyzers = {&reader_.analyzer};
  analyzers.insert(analyzers.end(), reader_.other_analyzers.begin(),
                   reader_.other_analyzers.end());
  auto forms = words_of_stems(snapshot_.database(), stems, analyzers);
  if (word.stem.empty() || word.lacks_stem_elsewhere || forms.empty()) {
    forms.push_back(word.word);
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::vector<SpanWord> words;
  for (std::string& form : forms) words.push_back({std::move(form)});
  return words_at_one_place(std::move(words));
}

SpanQuery PlaceCompiler::spans_of(const WordUnit& unit) {
  if (unit.kind == WordUnit::Kind::kWord) return loose_words(unit.words.front());
  std::vector<SpanQuery> ways;
  if (unit.kind == WordUnit::Kind::kJoined) ways.push_back(loose_words(unit.joined));
  ways.push_back(spans_in_order(unit.words));
  for (const WordSequence& other : unit.alternatives)
    ways.push_back(spans_in_order(other));
  return any_of_spans(std::move(ways));
}

std::optional<Place> PlaceCompiler::unit(const QueryNode& node) {
  std::optional<WordUnit> unit;
  if (node.kind == Kind::kPhrase || node.exact) {
    unit = read_phrase(node, reader_);
  } else {
    std::vector<const QueryNode*> dropped;
    std::vector<WordUnit> units = read_words(std::span(&node, 1), reader_, dropped);
    if (!units.empty()) unit = std::move(units.front());
  }
  if (!unit) {
    result_.note(node, nothing_in(node.text));
    return std::nullopt;
  }
  return Place{.spans = spans_of(*unit),
               .ranking = unit_query(*unit, in_title_, snapshot_.run_limit()),
               .reading = shown_unit(*unit, node.exact)};
}

// "a b c"~5: the words as they are, in any order.
std::optional<Place> PlaceCompiler::window(const QueryNode& node) {
  std::optional<WordUnit> unit = read_phrase(node, reader_);
  if (!unit || unit->words.size() == 1) return this->unit(node);
  std::vector<WordSequence> ways = unit->alternatives;
  ways.insert(ways.begin(), unit->words);
  if (std::any_of(ways.begin(), ways.end(), [](const WordSequence& words) {
        return words.size() > query::kMaxNearOperands;
      })) {
    return unmeasured(node, *unit);
  }
  Place place{.spans = {},
              .ranking = {},
              .reading = '"' + node.text + "\"~" + std::to_string(node.number),
              .by_position = true};
  std::vector<SpanQuery> spans;
  std::vector<Xapian::Query> queries;
  for (const WordSequence& words : ways) {
    SpanQuery window = spans_in_order(words);
    if (words.size() > 1) {
      window.kind = SpanQuery::Kind::kNear;
      window.extra = node.number - 1;
    }
    spans.push_back(std::move(window));
    queries.push_back(all_words_query(words, in_title_));
  }
  place.spans = any_of_spans(std::move(spans));
  place.ranking = queries.size() == 1 ? queries.front()
                                      : Xapian::Query(Xapian::Query::OP_OR,
                                                      queries.begin(), queries.end());
  return place;
}

// Too many words to try every order of them.
Place PlaceCompiler::unmeasured(const QueryNode& node, const WordUnit& unit) {
  result_.note(node, "\"…\"~" + std::to_string(node.number) + " looks at " +
                         std::to_string(query::kMaxNearOperands) +
                         " words at most; these are searched as a phrase.");
  return Place{.spans = spans_of(unit),
               .ranking = unit_query(unit, in_title_, snapshot_.run_limit()),
               .reading = '"' + node.text + '"'};
}

std::optional<Place> PlaceCompiler::pattern(const QueryNode& node) {
  return expanded(
      node, node.text,
      words_like(
          {.database = snapshot_.database(), .titles = in_title_, .most = expansions_},
          folded_pattern(node.text)));
}

std::optional<Place> PlaceCompiler::fuzzy(const QueryNode& node) {
  const std::optional<WordUnit> unit = read_phrase(node, reader_);
  if (!unit || unit->words.size() > 1) {
    if (unit)
      result_.note(node,
                   query::quoted(node.text) + " is several words, so ~ is left out.");
    return this->unit(node);
  }
  return expanded(
      node, node.text + '~' + std::to_string(node.number),
      words_near(
          {.database = snapshot_.database(), .titles = in_title_, .most = expansions_},
          unit->words.front().word, node.number));
}

Place PlaceCompiler::expanded(const QueryNode& node, std::string shown,
                              WordExpansion words) {
  const std::string name = query::quoted(shown);
  if (words.left_out > 0) {
    result_.note(node, name + " stands for " +
                           query::with_commas(words.words.size() + words.left_out) +
                           " words; the " + query::with_commas(words.words.size()) +
                           " in most articles are searched for.");
  }
  std::vector<std::string> terms;
  std::vector<SpanWord> forms;
  for (const std::string& word : words.words) {
    terms.push_back(in_title_ ? schema::title_word_term(word)
                              : schema::word_term(word));
    forms.push_back({word});
  }
  if (terms.empty()) {
    result_.note(node, "No article has a word like " + name + ".");
    // A term that no article has; MatchNothing would vanish from what is printed.
    terms.push_back(schema::word_term(shown));
  }
  result_.expansions.push_back({shown, std::move(words.words), words.left_out});
  Xapian::Query ranking = terms.size() == 1 ? Xapian::Query(terms.front())
                                            : Xapian::Query(Xapian::Query::OP_SYNONYM,
                                                            terms.begin(), terms.end());
  return {.spans = words_at_one_place(std::move(forms)),
          .ranking = std::move(ranking),
          .reading = std::move(shown),
          .terms = std::move(terms)};
}

// An article has its names as it links them; where they stand is told by their words.
Place PlaceCompiler::name(const QueryNode& node) {
  const ResolvedNames resolved = resolve_names(snapshot_, node.field, node.text);
  const Part part = FilterCompiler(snapshot_, result_).names(node, resolved);
  Place place{.spans = {.kind = SpanQuery::Kind::kAny},
              .ranking = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, part.query, 0.0),
              .reading = part.reading,
              .by_position = true,
              .is_atom = part.binding == Binding::kAtom};
  for (const ResolvedNames::Entity& entity : resolved.entities) {
    place.spans.parts.push_back(spellings_of(entity));
  }
  return place;
}

// Every spelling, and of people the last word of it.
SpanQuery PlaceCompiler::spellings_of(const ResolvedNames::Entity& entity) {
  SpanQuery any{.kind = SpanQuery::Kind::kAny};
  std::set<std::string> texts;
  for (const std::string& name : entity.names) {
    any.names.push_back({entity.kind, name});
    texts.insert(name);
    const std::size_t blank = name.rfind(' ');
    const bool person = entity.kind == NameKind::kPerson;
    if (person && blank != name.npos) texts.insert(name.substr(blank + 1));
  }
  for (const std::string& text : texts) {
    const auto unit = read_phrase({.text = text, .exact = true}, reader_);
    if (unit) any.parts.push_back(spans_of(*unit));
  }
  return any;
}

// Those of the children that hold a word.
std::vector<Place> PlaceCompiler::operands(const QueryNode& node) {
  std::vector<Place> places;
  for (const QueryNode& child : node.children) {
    if (auto place = read(child, in_title_)) places.push_back(std::move(*place));
  }
  return places;
}

std::optional<Place> PlaceCompiler::any_of(const QueryNode& node) {
  std::vector<Place> places = operands(node);
  if (places.empty()) return std::nullopt;
  if (places.size() == 1) return std::move(places.front());
  Place whole{.spans = {.kind = SpanQuery::Kind::kAny},
              .ranking = dateline::any_of(rankings(places)),
              .reading = joined_readings(places, " OR "),
              .is_atom = false};
  for (Place& place : places) {
    whole.by_position |= place.by_position;
    whole.spans.parts.push_back(std::move(place.spans));
  }
  return whole;
}

std::optional<Place> PlaceCompiler::near(const QueryNode& node) {
  std::vector<Place> places = operands(node);
  if (places.empty()) return std::nullopt;
  if (places.size() == 1) return std::move(places.front());
  const bool ordered = node.kind == Kind::kAdj;
  const std::string name = ordered ? " ADJ/" : " NEAR/";
  Place whole{
      .spans = {.kind = ordered ? SpanQuery::Kind::kAdj : SpanQuery::Kind::kNear,
                .extra = node.number - 1},
      .ranking = combined(Xapian::Query::OP_AND, rankings(places)),
      .reading = joined_readings(places, name + std::to_string(node.number) + ' '),
      .by_position = true,
      .is_atom = false};
  for (Place& place : places) whole.spans.parts.push_back(std::move(place.spans));
  return whole;
}

}  // namespace dateline
