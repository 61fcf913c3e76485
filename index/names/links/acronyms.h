// Whether letters may stand for a name.

#pragma once

#include "index/names/links/words.h"

#include <string>

namespace dateline::names {

/// "FAS", "U.N.", "M&S": two to eight capitals.
bool is_acronym(const Words& words);

/// The first letters of the capital words, in lower case: "fas".
std::string initials_of(const Words& words);

/// Whether `acronym`, in brackets beside `name`, is short for it by its letters.
bool may_abbreviate(const Words& acronym, const Words& name);

}  // namespace dateline::names
