// Query text to tokens. Reports what is no part of the language; drops what holds no
// letter and no digit.

#pragma once

#include <dateline/fields.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "query/query_problems.h"

namespace dateline::query {

struct Token {
  enum class Kind : std::uint8_t {
    kWord,          ///< `text` as typed, punctuation and all.
    kPhrase,        ///< `text`: what stands between the quotation marks, maybe nothing;
                    ///< `number` of "…"~5.
    kField,         ///< title: and the like; what it applies to should touch it.
    kUnknownField,  ///< foo: before something that touches it; `text` without colon.
    kOpen,
    kClose,
    kAnd,
    kOr,
    kNot,      ///< NOT, or a - before something that touches it.
    kNear,     ///< NEAR or NEAR/n: within `number` words.
    kAdj,      ///< ADJ or ADJ/n: the same in this order.
    kAtLeast,  ///< atleast/n: what it applies to should touch it.
  };

  Kind kind = Kind::kWord;
  std::string_view text{};
  std::size_t offset = 0;  ///< Bytes [offset, offset + length) of the query text.
  std::size_t length = 0;
  Field field = Field::kTitle;  ///< Of kField.
  std::uint32_t number = 0;     ///< Of kPhrase, kNear, kAdj, kAtLeast; within limits.

  std::size_t end() const { return offset + length; }
};

/// The tokens of `text`, which outlives them. Linear time.
std::vector<Token> tokenize(std::string_view text, QueryProblems& problems);

}  // namespace dateline::query
