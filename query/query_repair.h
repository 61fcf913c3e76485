// Tokens as they were typed to tokens that parse: what is left out is reported.

#pragma once

#include <cstddef>
#include <vector>

#include "query/query_lexer.h"
#include "query/query_problems.h"

namespace dateline::query {

/// True for a token that begins what an operator or a field can apply to.
bool begins_operand(Token::Kind kind);

/// Makes `tokens` well-formed: each bracket has its partner, no group is empty, each
/// operator has its operands, each field and atleast something that touches it, and
/// nothing nests deeper than kMaxDepth. After it, no text can surprise the parser.
/// Linear time. `text_length`: where missing brackets close.
std::vector<Token> repair(std::vector<Token> tokens, std::size_t text_length,
                          QueryProblems& problems);

}  // namespace dateline::query
