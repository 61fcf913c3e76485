// The word lists of the English tagger, as compact text. Each list has its own file;
// lexicon.cc reads them once. Facts only, written for this project.

#pragma once

#include "index/names/word_class.h"

#include <span>
#include <string_view>

namespace dateline::names {

/// Words of one class, parted by spaces or line ends.
struct WordList {
  WordClass word_class;
  std::string_view words;
};

/// What words tell about their neighbours: titles, heads, verbs of speech, function
/// words.
std::span<const WordList> word_lists();

/// Given names from all parts of the world, parted by spaces or line ends.
std::string_view given_names();

/// Several-word titles, one a line: "Secretary of State".
std::string_view title_phrases();

/// One country a line: "name|alias|alias:demonym|demonym:capital|capital=alias". The
/// first name is the canonical one.
std::string_view countries();

/// One place that is no country, and its people, a line: "name:demonym|demonym".
std::string_view peoples();

/// Cities, states, regions, seas, one list entry "name=alias=alias", parted by "|".
std::string_view places();

/// Organisations, one a line: "name|alias|alias".
std::string_view organisations();
std::string_view companies();
std::string_view media();
std::string_view parties();

/// One named treaty, war, event, prize a line: "name|alias|alias".
std::string_view things();

}  // namespace dateline::names
