#include "query/query_tree.h"

#include <iterator>
#include <utility>

namespace dateline::query {
namespace {

using Kind = QueryNode::Kind;

std::size_t end_of(const QueryNode& node) { return node.offset + node.length; }

Span span_of(const std::vector<QueryNode>& nodes) {
  return {nodes.front().offset, end_of(nodes.back())};
}

}  // namespace

QueryNode parent(Kind kind, std::vector<QueryNode> children, Span span) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  node.offset = span.begin;
  node.length = span.end - span.begin;
  return node;
}

std::optional<QueryNode> combine(Kind kind, std::vector<QueryNode> children,
                                 Span span) {
  if (children.empty()) return std::nullopt;
  if (children.size() == 1) return std::move(children.front());
  // Brackets around words say that they belong together: runs are not flattened.
  const bool flatten = kind == Kind::kAnd || kind == Kind::kOr;
  std::vector<QueryNode> flat;
  for (QueryNode& child : children) {
    if (flatten && child.kind == kind) {
      flat.insert(flat.end(), std::make_move_iterator(child.children.begin()),
                  std::make_move_iterator(child.children.end()));
    } else {
      flat.push_back(std::move(child));
    }
  }
  return parent(kind, std::move(flat), span);
}

QueryNode negated(QueryNode node, Span span) {
  if (node.kind == Kind::kNot) {
    QueryNode child = std::move(node.children.front());
    return child;
  }
  std::vector<QueryNode> children;
  children.push_back(std::move(node));
  return parent(Kind::kNot, std::move(children), span);
}

std::optional<QueryNode> side_by_side(std::vector<QueryNode> units, Span span) {
  std::vector<QueryNode> parts;
  std::vector<QueryNode> run;
  const auto end_run = [&] {
    if (run.empty()) return;
    const Span covered = span_of(run);
    parts.push_back(*combine(Kind::kRun, std::exchange(run, {}), covered));
  };
  for (QueryNode& unit : units) {
    if (unit.kind == Kind::kNot) {
      end_run();
      parts.push_back(std::move(unit));
    } else {
      run.push_back(std::move(unit));
    }
  }
  end_run();
  return combine(Kind::kAnd, std::move(parts), span);
}

QueryNode in_text_field(Field field, QueryNode operand, Span span) {
  std::vector<QueryNode> children;
  children.push_back(std::move(operand));
  QueryNode node = parent(Kind::kField, std::move(children), span);
  node.field = field;
  return node;
}

}  // namespace dateline::query
