#include "query/alternatives.h"

#include <cstddef>
#include <string>

namespace dateline {
namespace {

using Xapian::Query;

Query all_documents() { return Query(std::string()); }

// What is told a least weight, and leaves out nothing for it.
bool is_steady_leaf(const Query& query) {
  const Query::op type = query.get_type();
  return type == Query::LEAF_TERM || type == Query::LEAF_POSTING_SOURCE;
}

// Phrases and windows of terms.
bool is_steady(const Query& query) {
  if (is_steady_leaf(query)) return true;
  if (query.get_type() != Query::OP_AND && query.get_type() != Query::OP_FILTER) {
    return false;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!is_steady(query.get_subquery(i))) return false;
  }
  return true;
}

// The same documents, without an OP_AND that has parts with weights: where all that are
// meant have A and B, those that are not meant lack A or lack B.
class Steady {
 public:
  static Query of(const Query& query) {
    if (is_steady(query)) return query;
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
        return query;  // Ranges, and all documents.
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

Query any_of(const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return {Query::OP_OR, queries.begin(), queries.end()};
}

Query without(const Query& query, const Query& excluded) {
  return {Query::OP_AND_NOT, query, Steady::of(excluded)};
}

}  // namespace dateline
