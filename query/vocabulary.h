// The words of an index, and which of them look like a given one.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/string_table.h"

namespace dateline {

/// All words of an index as they are written, folded, in the order of their bytes, with
/// the articles that have each. Words with a digit in them are left out: of these every
/// other one looks like a mistake. Immutable: safe to share between threads.
class Vocabulary {
 public:
  /// A word that is some letters away from another one.
  struct Near {
    std::string_view word;  ///< Lives as long as the vocabulary.
    std::size_t articles = 0;
    std::size_t edits = 0;
  };

  /// `words`, ascending and each once, and how many articles have each.
  Vocabulary(StringTable words, std::vector<std::uint32_t> articles);

  /// Reads all words of `database`: half a microsecond each.
  explicit Vocabulary(const Xapian::Database& database);

  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t i) const { return words_[i]; }
  std::size_t articles(std::size_t i) const { return articles_[i]; }

  /// The words that at most `most` edits away make of `word`, in their order. An edit
  /// inserts, deletes or changes a character, or swaps it with its neighbour (optimal
  /// string alignment: no character is edited twice). Words that begin alike share the
  /// work on their beginning, and those whose beginning is too far away are passed over
  /// all at once, as in a walk over the trie of the words.
  std::vector<Near> near(std::string_view word, std::size_t most) const;

 private:
  std::size_t end_of_prefix(std::size_t first, std::string_view prefix) const;

  StringTable words_;
  std::vector<std::uint32_t> articles_;
};

/// The characters of UTF-8; a wrong byte is one of its own.
std::u32string characters_of(std::string_view text);

}  // namespace dateline
