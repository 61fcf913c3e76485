// Operators that look at places in a text: NEAR, ADJ and atleast.

#pragma once

#include <optional>
#include <vector>

#include "query/query_lexer.h"
#include "query/query_node.h"
#include "query/query_problems.h"
#include "query/query_tree.h"

namespace dateline::query {

/// a NEAR/3 b ADJ/2 c as it was read.
struct NearChain {
  std::vector<std::optional<QueryNode>> operands;  ///< Nothing: it had to be left out.
  std::vector<Token> operators;                    ///< One less.
};

/// The node that a chain of one or more operators means, from left to right; neighbours
/// with the same operator and number are one node. Where an operand stands at no place
/// (a NOT, a date, metadata), all of them are searched without the operators, and so
/// they are among `values`. Nothing when all operands had to be left out.
std::optional<QueryNode> near_of(NearChain chain, bool values, Span span,
                                 QueryProblems& problems);

/// `operand` as often as the kAtLeast `token` says; `operand` itself, with a problem,
/// where it is nothing that can be counted.
QueryNode counted(const Token& token, QueryNode operand, Span span,
                  QueryProblems& problems);

}  // namespace dateline::query
