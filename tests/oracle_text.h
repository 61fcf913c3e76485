// Texts as words at positions, for the oracle: the rules of the index written down once
// more, for English in ASCII.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::oracle {

/// One word, or several that a hyphen, an & or a designation (G 7) makes one.
struct Word {
  std::string word;    ///< In lower case, without apostrophes and points.
  std::string stem{};  ///< By Xapian's English stemmer; empty for words with a digit.
  std::string capitals{};  ///< As written when two or more letters and all capital.
  std::size_t parts = 1;
};

/// The words of a title or a body by position. Joined words stand in the list of the
/// position of their first part, behind it.
using Text = std::vector<std::vector<Word>>;

/// `capitals` are kept where they mean something: in lines that are not all capitals,
/// of texts that are not.
Text read_text(std::string_view text);

/// The same of what is typed in a query: all capitals are kept.
Text read_typed(std::string_view text);

/// One word that has no hyphen, & or space.
Word read_word(const std::string& written);

/// Whether words in capitals mean something in a query: not all its words are.
bool capitals_matter(std::string_view words);

}  // namespace dateline::oracle
