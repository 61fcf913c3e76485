// Puts nodes together in canonical shape: no node of one child, no AND within an AND,
// no NOT of a NOT.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "query/query_node.h"

namespace dateline::query {

/// Bytes [begin, end) of the query text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One kAnd, kOr or kRun of `children`; the child itself when it is the only one,
/// nothing when there is none.
std::optional<QueryNode> combine(QueryNode::Kind kind, std::vector<QueryNode> children,
                                 Span span);

/// All without `node`.
QueryNode negated(QueryNode node, Span span);

/// What units side by side mean: those wanted that touch are a run, and what is
/// negated is left out of all of them.
std::optional<QueryNode> side_by_side(std::vector<QueryNode> units, Span span);

/// A node of `children`, as they are.
QueryNode parent(QueryNode::Kind kind, std::vector<QueryNode> children, Span span);

/// `operand` within `field`: words are searched in a part of the text; names and values
/// are looked for one by one, neighbouring words together being one name.
QueryNode in_text_field(Field field, QueryNode operand, Span span);

}  // namespace dateline::query
