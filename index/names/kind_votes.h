// One name, one kind: what all mentions of a name in an article say of it together.

#pragma once

#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Gives the mentions of one string the kind that suits them best together, where they
/// do not contradict it strongly one by one, as a city and its team do.
void agree_on_kinds(std::string_view text, std::span<const Token> tokens,
                    const Lexicon& lexicon, std::vector<Mention>& mentions);

}  // namespace dateline::names
