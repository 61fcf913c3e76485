#include "query/compiled_part.h"

#include <algorithm>
#include <utility>

#include "query/alternatives.h"

namespace dateline {

using Xapian::Query;

std::string in_brackets(const Part& part, Binding at_least) {
  return part.binding < at_least ? "(" + part.reading + ")" : part.reading;
}

Query all_articles() { return Query(std::string()); }

Query combined(Query::op op, const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front()
                             : Query(op, queries.begin(), queries.end());
}

Query conjunction(std::span<const Part> parts) {
  std::vector<Query> ranking;
  std::vector<Query> choosing;
  std::vector<Query> excluded;
  for (const Part& part : parts) {
    (part.negative ? excluded : part.ranks ? ranking : choosing).push_back(part.query);
  }
  Query query = ranking.empty() ? all_articles() : combined(Query::OP_AND, ranking);
  if (!choosing.empty()) {
    query = ranking.empty()
                ? Query(Query::OP_SCALE_WEIGHT, combined(Query::OP_AND, choosing), 0.0)
                : Query(Query::OP_FILTER, query, combined(Query::OP_AND, choosing));
  }
  if (excluded.empty()) return query;
  return without(query, combined(Query::OP_OR, excluded));
}

std::optional<WordTree> all_words(std::span<Part> parts) {
  std::vector<std::optional<WordTree>> wanted;
  std::vector<std::optional<WordTree>> excluded;
  for (Part& part : parts) {
    const bool is_filter = part.words && part.words->kind == WordTree::Kind::kFilter;
    if (part.negative) {
      excluded.push_back(std::move(part.words));
    } else {
      // What only chooses would weigh something here.
      wanted.push_back(part.ranks || is_filter ? std::move(part.words) : std::nullopt);
    }
  }
  return all_words(std::move(wanted), std::move(excluded));
}

std::string joint_reading(std::span<const Part> parts) {
  if (parts.size() == 1) return parts.front().reading;
  std::string reading;
  for (const Part& part : parts) {
    if (!reading.empty()) reading += " AND ";
    reading += in_brackets(part, Binding::kAnd);
  }
  return reading;
}

Part join(std::vector<Part> parts) {
  if (parts.size() == 1 && !parts.front().negative) return std::move(parts.front());
  Part whole{.query = conjunction(parts),
             .reading = joint_reading(parts),
             .binding = parts.size() == 1 ? Binding::kNot : Binding::kAnd};
  whole.words = all_words(parts);
  whole.ranks = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.ranks && !part.negative;
  });
  return whole;
}

std::vector<Part> with_any(std::vector<Part> parts, std::size_t offset,
                           std::size_t length) {
  const auto chooses = [](const Part& part) { return part.negative || !part.ranks; };
  const auto ranking = std::stable_partition(parts.begin(), parts.end(), chooses);
  if (parts.end() - ranking < 2) return parts;
  std::vector<Query> queries;
  std::vector<std::optional<WordTree>> words;
  Part any{.query = {},
           .reading = {},
           .binding = Binding::kOr,
           .offset = offset,
           .length = length};
  for (auto part = ranking; part != parts.end(); ++part) {
    queries.push_back(part->query);
    words.push_back(std::move(part->words));
    if (!any.reading.empty()) any.reading += " OR ";
    any.reading += in_brackets(*part, Binding::kNot);
  }
  any.query = any_of(queries);
  any.words = any_words(std::move(words));
  parts.erase(ranking, parts.end());
  parts.insert(parts.begin(), std::move(any));
  return parts;
}

}  // namespace dateline
