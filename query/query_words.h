// What a word or phrase of a query means: its signs read, its punctuation taken off.

#pragma once

#include <dateline/fields.h>

#include <string>
#include <string_view>

#include "query/query_lexer.h"
#include "query/query_problems.h"

namespace dateline::query {

/// A word that is searched for; `text` is empty when nothing of it can be.
struct WordRead {
  std::string_view text;
  bool exact = false;
};

/// Reads =word, and reports the signs of other languages and versions: word*, word~,
/// word^2.
WordRead read_word(const Token& token, QueryProblems& problems);

/// The word as a name, a piece of metadata or a date, as `field` takes it.
std::string_view read_value(const Token& token, const FieldInfo& field,
                            QueryProblems& problems);

/// The words of a phrase, white space between them one space.
std::string read_phrase(std::string_view text);

/// Reports a field that does not exist, and those that may have been meant.
void report_unknown_field(const Token& token, QueryProblems& problems);

}  // namespace dateline::query
