// Groups of states that are called by their number: G20, G-7, "Group of 77".

#pragma once

#include "index/names/lexicon.h"
#include "index/names/tokens.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace dateline::names {

/// The group that is named at tokens[i], in any of its writings; length 0: none.
KnownSpan state_group_at(std::string_view text, std::span<const Token> tokens,
                         std::size_t i, const Lexicon& lexicon);

}  // namespace dateline::names
