// What a word or phrase of a query means: its signs read, its punctuation taken off.

#pragma once

#include <dateline/fields.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "query/query_lexer.h"
#include "query/query_problems.h"

namespace dateline::query {

/// A word that is searched for; `text` is empty when nothing of it can be.
struct WordRead {
  enum class Kind { kWord, kPattern, kFuzzy };

  Kind kind = Kind::kWord;
  std::string text{};
  bool exact = false;
  std::uint32_t edits = 0;  ///< Of kFuzzy.
};

/// Reads =word, word*, wo?d, word~ and word~2, and reports what does not go together
/// and the signs of other languages, as word^2.
WordRead read_word(const Token& token, QueryProblems& problems);

/// The word as a name, a piece of metadata or a date, as `field` takes it.
std::string read_value(const Token& token, const FieldInfo& field,
                       QueryProblems& problems);

/// The words of a phrase, white space between them one space.
std::string read_phrase(std::string_view text);

/// A phrase without *, which is reported: it means something only outside of quotation
/// marks.
std::string without_stars(const Token& token, std::string phrase,
                          QueryProblems& problems);

/// Reports a field that does not exist, and those that may have been meant.
void report_unknown_field(const Token& token, QueryProblems& problems);

}  // namespace dateline::query
