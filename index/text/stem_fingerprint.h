// Which stems the installed libstemmer makes. It tells no version, and another one may
// stem some words otherwise, so that what an index has is not found by what is asked.

#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

/// For each language of libstemmer the XXH3 of what it makes of a fixed list of words:
/// made-up ones with endings that its rules are about, and English ones with rules of
/// their own. Other stems of these are certain to be noticed, of others likely. Some
/// milliseconds once in a process. Safe from any thread, as is the next.
std::string stem_fingerprints();

/// Whether stems of `language`, a Snowball name, are made now as they were where
/// `fingerprints` was noted. True where it was not, or for no language.
bool makes_stems_of(std::string_view fingerprints, std::string_view language);

}  // namespace dateline::text
