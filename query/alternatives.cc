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

}  // namespace dateline
