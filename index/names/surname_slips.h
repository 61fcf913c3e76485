// A surname that an article writes wrong once: "Blinkin" where Blinken stands 17 times.

#pragma once

#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Makes persons of mentions of one word that are a slip of a surname which the article
/// has several times as often, so that they can be linked to its bearer. What stands in
/// a list of organisations, places or things is not looked at. Linear time.
void take_slips_for_persons(std::string_view text, std::span<const Token> tokens,
                            std::vector<Mention>& mentions);

}  // namespace dateline::names
