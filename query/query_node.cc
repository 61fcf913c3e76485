#include "query/query_node.h"

#include <algorithm>

namespace dateline {

bool is_name(const QueryNode& node) {
  return node.kind == QueryNode::Kind::kField &&
         field_info(node.field).type == FieldType::kName;
}

bool is_place(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::kWord:
    case QueryNode::Kind::kPhrase:
    case QueryNode::Kind::kPattern:
    case QueryNode::Kind::kFuzzy:
    case QueryNode::Kind::kNear:
    case QueryNode::Kind::kAdj:
      return true;
    case QueryNode::Kind::kOr:
      return std::all_of(node.children.begin(), node.children.end(), is_place);
    case QueryNode::Kind::kField:
      return is_name(node);
    default:
      return false;
  }
}

bool is_countable(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::kAnd:
    case QueryNode::Kind::kOr:
    case QueryNode::Kind::kRun:
      return std::all_of(node.children.begin(), node.children.end(), is_countable);
    case QueryNode::Kind::kField:
      return node.children.empty() ? is_place(node)
                                   : is_countable(node.children.front());
    default:
      return is_place(node);
  }
}

bool same_query(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.exact == b.exact &&
         a.number == b.number && a.field == b.field && a.range == b.range &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                    b.children.end(), same_query);
}

}  // namespace dateline
