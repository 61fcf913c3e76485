// Spellings that may be one name: "Blinkin" for Blinken, "Greiner" for Grenier.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::names {

/// What is left of a folded word when its vowels and the habits of its spelling are
/// taken off: "blinken" -> "blnkn", "mohammed" -> "md".
std::string skeleton(std::string_view folded);

/// Insertions, deletions, changes and swaps of neighbours that make `b` of `a`, each
/// stretch edited once (optimal string alignment; Damerau 1964); at most `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Whether one of two folded words may be the other with a slip or in another
/// transliteration: same first letter, same skeleton, at most two edits, five letters
/// or more. Endings that tell sex ("Petrov", "Petrova") part them.
bool may_be_misspelt(std::string_view a, std::string_view b);

}  // namespace dateline::names
