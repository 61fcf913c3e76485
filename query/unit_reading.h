// Units of words in the reading of a query.

#pragma once

#include <string>

#include "query/word_units.h"

namespace dateline {

/// The unit as it would be typed; of names that they are names. `exact_word`: it was
/// typed with =.
std::string shown_unit(const WordUnit& unit, bool exact_word);

/// The note on a text without words.
std::string nothing_in(const std::string& text);

}  // namespace dateline
