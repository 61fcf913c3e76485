#include "query/span_filter.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/schema.h"

namespace dateline {
namespace {

using Words = std::vector<SpanWord>;

// The words of which any is meant; nullopt where more than words is.
std::optional<Words> alternatives(const SpanQuery& query) {
  if (!query.names.empty()) return std::nullopt;
  if (query.kind == SpanQuery::Kind::kWords) return query.words;
  if (query.kind != SpanQuery::Kind::kAny) return std::nullopt;
  Words all;
  for (const SpanQuery& part : query.parts) {
    const std::optional<Words> words = alternatives(part);
    if (!words) return std::nullopt;
    all.insert(all.end(), words->begin(), words->end());
  }
  return all;
}

// The operands of a window of words; nullopt for anything else.
std::optional<std::vector<Words>> operands_of(const SpanQuery& query) {
  if (query.kind != SpanQuery::Kind::kNear && query.kind != SpanQuery::Kind::kAdj) {
    return std::nullopt;
  }
  if (!query.names.empty()) return std::nullopt;
  std::vector<Words> operands;
  for (const SpanQuery& part : query.parts) {
    std::optional<Words> words = alternatives(part);
    if (!words || words->empty()) return std::nullopt;
    operands.push_back(std::move(*words));
  }
  return operands;
}

// Whether words of two operands may stand at one position, of which Xapian tries not
// every choice: the same word, or a joined form and its first part, with which it
// begins (g20 and g).
bool may_meet(const std::vector<Words>& operands) {
  std::vector<std::pair<std::string_view, std::size_t>> words;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const SpanWord& word : operands[i]) words.emplace_back(word.word, i);
  }
  std::sort(words.begin(), words.end());
  // Those with which the current word begins, each one the beginning of the next.
  std::vector<std::pair<std::string_view, std::size_t>> beginnings;
  for (const auto& word : words) {
    while (!beginnings.empty() && !word.first.starts_with(beginnings.back().first)) {
      beginnings.pop_back();
    }
    if (!beginnings.empty() && beginnings.back().second != word.second) return true;
    beginnings.push_back(word);
  }
  return false;
}

bool has_capitals(const std::vector<Words>& operands) {
  return std::any_of(operands.begin(), operands.end(), [](const Words& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const SpanWord& word) { return !word.capitals.empty(); });
  });
}

Xapian::Query any_word(const Words& words, bool in_title) {
  std::vector<Xapian::Query> terms;
  for (const SpanWord& word : words) {
    terms.emplace_back(!word.capitals.empty() ? schema::capitals_term(word.capitals)
                       : in_title             ? schema::title_word_term(word.word)
                                              : schema::word_term(word.word));
  }
  return terms.size() == 1
             ? terms.front()
             : Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

Xapian::Query span_filter(SpanQuery query, const SpanCondition& condition,
                          const RunLimit& limit) {
  const std::optional<std::vector<Words>> operands = operands_of(query);
  // Words in capitals have one term for title and body.
  if (!operands || condition.times > 1 || may_meet(*operands) ||
      (condition.in_title && has_capitals(*operands))) {
    return span_source(std::move(query), condition, limit);
  }
  std::vector<Xapian::Query> words;
  for (const Words& operand : *operands) {
    words.push_back(any_word(operand, condition.in_title));
  }
  const auto op = query.kind == SpanQuery::Kind::kAdj ? Xapian::Query::OP_PHRASE
                                                      : Xapian::Query::OP_NEAR;
  const std::size_t window = words.size() + query.extra;
  return {op, words.begin(), words.end(), static_cast<Xapian::termcount>(window)};
}

}  // namespace dateline
