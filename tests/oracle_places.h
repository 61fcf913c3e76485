// What stands at places in a text, as dateline/query.h defines it under PLACES, for the
// oracle: every choice of spans is tried.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/search_oracle.h"

namespace dateline::oracle {

/// Something that has spans in a text. Positions first to last - 1; what is joined from
/// several words stands at the first of them.
using Places = Finder;

/// A word by its stem, in capitals if it is typed so and `mind_capitals`; as written.
Places places_of_word(std::string text, bool mind_capitals);
Places places_of_exact(std::string text);

/// Words one after another; within `number` words in any order.
Places places_of_phrase(std::string text, bool mind_capitals);
Places places_of_window(std::string text, std::size_t number, bool mind_capitals);

/// Each word of such a phrase by itself, in any spelling.
Places places_of_each_word(std::string text, bool mind_capitals);

/// Where names of one entity are written, of people also by the last word alone; no
/// part of a longer one.
Places places_of_names(const std::vector<std::string>& names, bool people);

/// Words that fit a pattern of `*` and `?`; words at most `edits` letters off.
Places places_of_pattern(std::string pattern);
Places places_of_fuzzy(std::string word, std::size_t edits);

/// NEAR/number and ADJ/number.
Places places_of_near(std::vector<Places> operands, std::size_t number, bool ordered);

/// The same spans to the end of what begins at their last position: all of G-20.
Finder whole_words(Places places);

/// At least `times` spans, in the title and the body together; in the title.
Predicate at_least(std::size_t times, Places places);
Predicate at_least_in_title(std::size_t times, Places places);

/// Letters to insert, delete, change or swap with a neighbour to make `b` of `a`, by
/// trying all of these.
std::size_t edits(const std::string& a, const std::string& b);

}  // namespace dateline::oracle
