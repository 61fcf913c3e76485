// What the mentions of an article tell of each other: one string, one kind; and a name
// that stands once more, unmarked.

#pragma once

#include "index/names/known_strings.h"
#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Gives each mention the kind that its words have in most places, and parts two
/// persons: "Blinken & Lavrov".
void settle_kinds(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, const KnownStrings& strings,
                  std::vector<Mention>& mentions);

/// Adds mentions of names in `strings` that stand outside `mentions`, with capitals and
/// by themselves. `mentions` are in order, and stay so.
void add_repeated(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, const KnownStrings& strings,
                  std::vector<Mention>& mentions);

}  // namespace dateline::names
