#include "query/query_fields.h"

#include <utility>
#include <vector>

#include "query/query_dates.h"
#include "query/query_tree.h"

namespace dateline::query {
namespace {

using Kind = QueryNode::Kind;

class FieldGiver {
 public:
  FieldGiver(const FieldInfo& field, Date today, QueryProblems& problems)
      : field_(field), today_(today), problems_(problems) {}

  // Recursion is bounded by kMaxDepth of brackets.
  std::optional<QueryNode> give(QueryNode node) {
    if (node.children.empty()) return leaf(std::move(node));
    const Span span{node.offset, node.offset + node.length};
    if (node.kind == Kind::kRun && field_.type != FieldType::kDate) join_words(node);
    std::vector<QueryNode> children;
    for (QueryNode& child : node.children) {
      if (auto given = give(std::move(child))) children.push_back(std::move(*given));
    }
    // Not a run as before: where a date is left out, only a NOT may remain.
    if (node.kind == Kind::kRun) return side_by_side(std::move(children), span);
    if (node.kind != Kind::kNot) return combine(node.kind, std::move(children), span);
    if (children.empty()) return std::nullopt;
    return negated(std::move(children.front()), span);
  }

 private:
  std::optional<QueryNode> leaf(QueryNode node) {
    node.field = field_.field;
    node.exact = false;
    if (field_.type != FieldType::kDate) {
      node.kind = Kind::kField;
      return node;
    }
    DatesRead read = read_dates(node.text, today_);
    if (!read.problem.empty()) {
      problems_.report(node.offset, node.length, std::move(read.problem));
    }
    if (!read.range) return std::nullopt;
    node.kind = Kind::kDates;
    node.range = *read.range;
    node.text.clear();
    return node;
  }

  // Words that touch become one: person:(Sergei Lavrov) is one person.
  static void join_words(QueryNode& run) {
    std::vector<QueryNode> joined;
    for (QueryNode& child : run.children) {
      const bool continues = !joined.empty() && joined.back().kind == Kind::kWord &&
                             child.kind == Kind::kWord;
      if (!continues) {
        joined.push_back(std::move(child));
        continue;
      }
      QueryNode& name = joined.back();
      name.text += ' ' + child.text;
      name.length = child.offset + child.length - name.offset;
    }
    run.children = std::move(joined);
  }

  const FieldInfo& field_;
  Date today_;
  QueryProblems& problems_;
};

}  // namespace

std::optional<QueryNode> with_field(const FieldInfo& field, QueryNode operand,
                                    Date today, QueryProblems& problems) {
  return FieldGiver(field, today, problems).give(std::move(operand));
}

}  // namespace dateline::query
