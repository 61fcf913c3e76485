#include "query/alternatives.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace dateline {
namespace {

using Xapian::Query;

Query all_documents() { return Query(std::string()); }

// Of OP_AND Xapian takes positions out, to look at them last: OP_AND_MAYBE keeps them.
Query behind_and(const Query& query) {
  const Query all = all_documents();
  return {Query::OP_FILTER, Query(Query::OP_AND_MAYBE, query, all), all};
}

// The same documents, without an OP_AND that has parts with weights: where all that are
// meant have A and B, those that are not meant lack A or lack B.
class Steady {
 public:
  static Query of(const Query& query) {
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_FILTER:
        return without_those_that_lack_any(query);
      case Query::OP_AND_NOT:
        return Query(Query::OP_AND_NOT, of(query.get_subquery(0)), any_of(query, 1));
      case Query::OP_OR:
      case Query::OP_SYNONYM:
        return any_of(query, 0);
      case Query::OP_AND_MAYBE:
      case Query::OP_SCALE_WEIGHT:
        return of(query.get_subquery(0));
      default:
        return query;  // Terms, phrases of terms, ranges and sources.
    }
  }

 private:
  static Query any_of(const Query& query, std::size_t first) {
    std::vector<Query> parts;
    for (std::size_t i = first; i < query.get_num_subqueries(); ++i) {
      parts.push_back(of(query.get_subquery(i)));
    }
    return {Query::OP_OR, parts.begin(), parts.end()};
  }

  static Query without_those_that_lack_any(const Query& query) {
    std::vector<Query> lacking;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      lacking.emplace_back(Query::OP_AND_NOT, all_documents(),
                           of(query.get_subquery(i)));
    }
    return {Query::OP_AND_NOT, all_documents(),
            Query(Query::OP_OR, lacking.begin(), lacking.end())};
  }
};

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
  return {Query::OP_AND_NOT, query, Steady::of(excluded)};
}

}  // namespace dateline
