// Finds the spans of a text that are, or may be, names: by their own words and those
// right around them. What the rest of the article tells comes later (linker.h).

#pragma once

#include "index/names/lexicon.h"
#include "index/names/tokens.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// A span of tokens that may be a name.
struct Candidate {
  std::size_t first = 0;  ///< Tokens [first, last).
  std::size_t last = 0;
  NameKind kind = NameKind::kPerson;
  bool certain = false;              ///< False: capitals without evidence of their own.
  const KnownName* known = nullptr;  ///< In the lists.
  const KnownName* country =
      nullptr;  ///< Whose office it is: "Russia's foreign ministry".
  double score = 0;
  std::string_view why{};       ///< "title"; static text.
  std::string_view evidence{};  ///< "Secretary of State"; a part of the text.
};

/// The candidates of `tokens`, a text's, in order, none overlapping. Linear time.
std::vector<Candidate> find_candidates(std::string_view text,
                                       std::span<const Token> tokens,
                                       const Lexicon& lexicon);

}  // namespace dateline::names
