#include "query/query_near.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/query_limits.h"
#include "query/query_text.h"

namespace dateline::query {
namespace {

using Kind = QueryNode::Kind;
using Nodes = std::vector<QueryNode>;

bool is_text_field(const QueryNode& node) {
  return node.kind == Kind::kField && !node.children.empty();
}

bool is_plain_word(const QueryNode& node) {
  return node.kind == Kind::kWord && !node.exact;
}

// Words side by side are a phrase where a place is asked for.
void make_phrases(QueryNode& node, QueryProblems& problems) {
  const bool is_run =
      node.kind == Kind::kRun &&
      std::all_of(node.children.begin(), node.children.end(), is_plain_word);
  if (!is_run) {
    if (node.kind != Kind::kOr) return;
    for (QueryNode& child : node.children) make_phrases(child, problems);
    return;
  }
  std::string words;
  for (const QueryNode& child : node.children) {
    words += (words.empty() ? "" : " ") + child.text;
  }
  problems.report(node.offset, node.length,
                  "Beside NEAR and ADJ words side by side are read as a phrase.");
  node.kind = Kind::kPhrase;
  node.text = std::move(words);
  node.children.clear();
}

// title:a NEAR title:b is title:(a NEAR b); gives the field that all have.
std::optional<Field> common_field(const Nodes& nodes) {
  const auto same = [&](const QueryNode& node) {
    return is_text_field(node) && node.field == nodes.front().field;
  };
  if (!std::all_of(nodes.begin(), nodes.end(), same)) return std::nullopt;
  return nodes.front().field;
}

QueryNode left_to_right(Nodes operands, const std::vector<Token>& operators) {
  QueryNode whole = std::move(operands.front());
  const Token* last = nullptr;  // The operator of `whole`.
  for (std::size_t i = 0; i < operators.size(); ++i) {
    const Token& op = operators[i];
    QueryNode& next = operands[i + 1];
    const std::size_t end = next.offset + next.length;
    if (last != nullptr && last->kind == op.kind && last->number == op.number) {
      whole.children.push_back(std::move(next));
      whole.length = end - whole.offset;
    } else {
      const Span span{whole.offset, end};
      Nodes pair;
      pair.push_back(std::move(whole));
      pair.push_back(std::move(next));
      whole = parent(op.kind == Token::Kind::kNear ? Kind::kNear : Kind::kAdj,
                     std::move(pair), span);
      whole.number = op.number;
    }
    last = &op;
  }
  return whole;
}

// Why the chain cannot be measured; empty when it can.
std::string obstacle(const Nodes& operands, bool values) {
  if (values) return "measures between words, and here are none";
  if (operands.size() > kMaxNearOperands) {
    return "looks at " + std::to_string(kMaxNearOperands) + " words at most";
  }
  if (!std::all_of(operands.begin(), operands.end(), is_place)) {
    return "measures between words, phrases, names and ORs of them only";
  }
  return {};
}

std::optional<QueryNode> without_operators(Nodes operands, const Token& first,
                                           const std::string& why, Span span,
                                           QueryProblems& problems) {
  problems.report(first.offset, first.length,
                  std::string(first.text) + " " + why +
                      "; what stands around it is searched without it.");
  return combine(Kind::kAnd, std::move(operands), span);
}

}  // namespace

std::optional<QueryNode> near_of(NearChain chain, bool values, Span span,
                                 QueryProblems& problems) {
  Nodes operands;
  for (auto& operand : chain.operands) {
    if (operand) operands.push_back(std::move(*operand));
  }
  // Where a word was left out there is no telling what was to be near what.
  if (operands.size() < chain.operands.size()) {
    return combine(Kind::kAnd, std::move(operands), span);
  }
  const std::optional<Field> field = common_field(operands);
  if (field) {
    for (QueryNode& operand : operands) {
      QueryNode child = std::move(operand.children.front());
      operand = std::move(child);
    }
  }
  if (!values) {
    for (QueryNode& operand : operands) make_phrases(operand, problems);
  }
  const std::string why = obstacle(operands, values);
  const Token& first = chain.operators.front();
  auto node = why.empty()
                  ? left_to_right(std::move(operands), chain.operators)
                  : *without_operators(std::move(operands), first, why, span, problems);
  if (!field) return node;
  return in_text_field(*field, std::move(node), span);
}

QueryNode counted(const Token& token, QueryNode operand, Span span,
                  QueryProblems& problems) {
  if (!is_countable(operand)) {
    problems.report(
        token.offset, token.length,
        quoted(token.text) +
            " counts words, phrases, names and groups of them only; what follows"
            " is searched without it.");
    return operand;
  }
  Nodes children;
  children.push_back(std::move(operand));
  QueryNode node = parent(Kind::kAtLeast, std::move(children), span);
  node.number = token.number;
  return node;
}

}  // namespace dateline::query
