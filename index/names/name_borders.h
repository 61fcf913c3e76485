// Where the names of organisations begin and end: what their "of" and "in" belong to,
// and what the letters after them in brackets stand for.

#pragma once

#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Mends the borders of `mentions`, which are in order and stay so:
/// - "National Federation of Coffee Growers" "of" "Colombia" is one name, as is "Board
///   of Control for Cricket" "in" "India" where the article has "BCCI", and all of
///   "Bangko Sentral ng Pilipinas" before "(BSP)";
/// - the person in "Patriotic Alliance of Gayton McKenzie", the place in "Galerie
///   Noordster NV of Knokke" and in "Space Centre in Dubai" are names of their own.
/// Linear time.
void mend_borders(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, std::vector<Mention>& mentions);

}  // namespace dateline::names
