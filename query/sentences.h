// Where the sentences of a text begin and end.

#pragma once

#include <string_view>
#include <vector>

#include "query/passage.h"

namespace dateline {

/// The sentences of `text`, in order, without blanks, bullets and dashes around them. A
/// paragraph ends one, and so does . ! or ? before a blank, perhaps with the marks of
/// footnotes (".[1]"), unless it is that of an abbreviation ("Mr", "U.S.", an initial).
/// What has no word is no sentence. Linear time.
std::vector<Stretch> split_sentences(std::string_view text);

}  // namespace dateline
