// Which word was meant by one that hardly an article has: a noisy channel in which a
// writer means each word as often as articles have it and then makes slips, some kinds
// of them more easily than others (M. Kernighan, K. Church, W. Gale: A spelling
// correction program based on a noisy channel model, COLING 1990).

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/vocabulary.h"

namespace dateline {

/// A word that may have been meant.
struct Spelling {
  std::string word;
  std::size_t articles = 0;  ///< That have it.
  std::int64_t slips = 0;    ///< What it takes to mistype it so, in eighths of a bit.

  /// How unlikely it is: the slips, less what the word is wanted by itself.
  std::int64_t cost() const;
};

/// The logarithm of `count`, at least 1, to base 2 in eighths, rounded down: whole
/// numbers only, so that every machine ranks alike.
std::int64_t eighths_of_log2(std::size_t count);

/// What it takes to write `typed` for `meant`: each character that is inserted,
/// deleted, changed or swapped with its neighbour costs some bits, less where a letter
/// is doubled or a vowel or a letter of like sound stands for another, more at the
/// beginning.
std::int64_t slips_between(std::u32string_view meant, std::u32string_view typed);

/// The words of `vocabulary` that may have been meant by `typed` (folded), the
/// likeliest first, at most `most`: for three and four characters those one edit away,
/// for more two, and where there are none, of eight characters three.
std::vector<Spelling> likely_spellings(const Vocabulary& vocabulary,
                                       std::string_view typed, std::size_t most);

/// A word one edit away from `typed`, folded and in ASCII, that is so much more
/// frequent than `typed`, which `articles` have, that it was probably meant; of several
/// the likeliest. Asks for each word that may be so by itself, some hundreds: no
/// vocabulary is needed.
std::optional<Spelling> likelier_spelling(const Xapian::Database& database,
                                          std::string_view typed, std::size_t articles);

}  // namespace dateline
