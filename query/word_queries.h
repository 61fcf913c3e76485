// Units of words as Xapian queries.

#pragma once

#include <xapian.h>

#include <string>

#include "query/deadline.h"
#include "query/span_query.h"
#include "query/wanted.h"
#include "query/word_units.h"

namespace dateline {

/// The term by which the places of a word are known. Words in capitals have one term
/// for the whole article; beside a word of the title it can only be met there.
std::string positional_term(const QueryWord& word, bool in_title);

/// The terms by any of which `unit` is found, where it is one word, which the places of
/// no other decide; in the title with `in_title`. Empty where it is more than that.
std::vector<std::string> lone_terms(const WordUnit& unit, bool in_title);

/// The articles with `unit`; in their title only with `in_title`. `limit`: of runs that
/// look for phrases.
Xapian::Query unit_query(const WordUnit& unit, bool in_title,
                         const RunLimit& limit = {});

/// The articles with each of `words` somewhere, as they are written; in their title
/// only with `in_title`.
Xapian::Query all_words_query(const WordSequence& words, bool in_title);

/// The spans where `words` stand one after another, as they are written.
SpanQuery spans_in_order(const WordSequence& words);

/// What to mark in a text for `unit`.
Wanted wanted(const WordUnit& unit);

}  // namespace dateline
