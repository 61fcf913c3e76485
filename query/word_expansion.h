// The words of an index that one word of a query stands for: those that fit a pattern,
// that are a few letters off, or that have a stem. From the index's own vocabulary, so
// that nothing is missed and nothing is guessed.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"

namespace dateline {

/// Words of an index, folded; the ones in most articles first, then by their letters.
struct WordExpansion {
  std::vector<std::string> words;
  std::size_t left_out = 0;  ///< Others, in fewer articles, beyond the bound.
};

/// Where words are looked for.
struct WordSource {
  const Xapian::Database& database;
  bool titles = false;      ///< Words of titles only.
  std::size_t most = 1000;  ///< Words that are given at most.
};

/// Whether a folded word is `pattern`, where `*` is any letters, also none, and `?` one
/// letter (a character of UTF-8).
bool fits_pattern(std::string_view word, std::string_view pattern);

/// A pattern as it is compared with folded words.
std::string folded_pattern(std::string_view pattern);

/// The words that fit a folded pattern. Time is linear in the words that begin as it
/// does up to its first `*` or `?`.
WordExpansion words_like(const WordSource& source, std::string_view pattern);

/// The words at most `edits` off a folded word, as EditDistance has it. Of the words
/// that begin unlike it few are looked at.
WordExpansion words_near(const WordSource& source, std::string_view word,
                         std::uint32_t edits);

/// All words that have one of `stems` in a language of `analyzers`, which is not empty;
/// by their letters.
std::vector<std::string> words_of_stems(const Xapian::Database& database,
                                        std::span<const std::string> stems,
                                        std::span<text::Analyzer* const> analyzers);

}  // namespace dateline
