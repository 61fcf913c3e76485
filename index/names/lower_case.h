// Text without capitals: chats, transcripts. Only names of the lists are found there.

#pragma once

#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Whether a text of some length has next to no capitals.
bool lacks_capitals(std::span<const Token> tokens);

/// The names of the lists in `text`, whatever their case: those of several words, and
/// places whose name is no word. In order, none overlapping. Linear time.
std::vector<Mention> match_lower_case(std::string_view text,
                                      std::span<const Token> tokens,
                                      const Lexicon& lexicon);

}  // namespace dateline::names
