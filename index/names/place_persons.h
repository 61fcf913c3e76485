// People who are named for places: "Austin Reyes", "Georgia Lund".

#pragma once

#include "index/names/candidates.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Makes one person of a place that is a given name and the unknown word after it,
/// where the article says so: the surname stands alone elsewhere, or what follows is
/// said of people. Linear time.
void join_place_persons(std::string_view text, std::span<const Token> tokens,
                        const Lexicon& lexicon, std::vector<Candidate>& candidates);

}  // namespace dateline::names
