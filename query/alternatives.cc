#include "query/alternatives.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace dateline {
namespace {

using Xapian::Query;

// Of OP_AND Xapian takes positions out, to look at them last: OP_AND_MAYBE keeps them.
Query behind_and(const Query& query) {
  const Query all((std::string()));
  return {Query::OP_FILTER, Query(Query::OP_AND_MAYBE, query, all), all};
}

// Whether it is terms that no AND joins, but for phrases of single terms.
bool has_no_weighed_and(const Query& query) {
  const auto all_parts = [&query](const auto& is_fine) {
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      if (!is_fine(query.get_subquery(i))) return false;
    }
    return true;
  };
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return true;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_SCALE_WEIGHT:
      return all_parts(has_no_weighed_and);
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      return all_parts(
          [](const Query& part) { return part.get_type() == Query::LEAF_TERM; });
    default:
      return false;
  }
}

}  // namespace

bool has_positions(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      return true;
    case Query::OP_OR:
      return false;
    default:
      break;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (has_positions(query.get_subquery(i))) return true;
  }
  return false;
}

Query any_of(const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  std::vector<Query> steady;
  std::transform(queries.begin(), queries.end(), std::back_inserter(steady),
                 [](const Query& query) {
                   return has_positions(query) ? behind_and(query) : query;
                 });
  return {Query::OP_OR, steady.begin(), steady.end()};
}

Query without(const Query& query, const Query& excluded) {
  if (has_no_weighed_and(excluded)) return {Query::OP_AND_NOT, query, excluded};
  const Query others(Query::OP_XOR, Query(std::string()), excluded);
  return {Query::OP_FILTER, query, others};
}

}  // namespace dateline
