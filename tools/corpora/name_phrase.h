// The name in a longer noun phrase: corpora that mark phrases, and titles as part of
// them, are brought to what this project calls a name.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::corpora {

/// Tokens [first, last].
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// Whether a word begins with an upper-case letter, or with a digit or a small letter
/// that an upper-case one follows ("iPhone"). Letters beyond ASCII count as upper case.
bool is_capitalised(std::string_view word);

/// What a word is before a person's name.
enum class TitleWord {
  kNone,
  kTitle,      ///< "Mr.", "President": no part of the name.
  kOrSurname,  ///< "King", "Major": the same, unless it is the name itself.
};
TitleWord title_word(std::string_view word);

/// A person's name without the titles it begins with and what follows a possessive;
/// nullopt where nothing is left. `words` are those of an article, `phrase` in them.
std::optional<TokenRange> without_titles(std::span<const std::string> words,
                                         TokenRange phrase);

/// The last run of capitalised words in a phrase, with small ones like "of" between
/// them, cut before the first comma, bracket or relative word; nullopt where there is
/// none. Persons lose their titles.
std::optional<TokenRange> name_in_phrase(std::span<const std::string> words,
                                         TokenRange phrase, NameKind kind);

/// Marks capitalised words that mean the people of a country as demonyms, where no name
/// is marked, and where one is that is such a word and nothing more. `mentions` are
/// those of a text made of `words` at `tokens`.
void add_demonyms(std::span<const std::string> words, std::span<const TokenSpan> tokens,
                  std::vector<LabelledMention>& mentions);

}  // namespace dateline::corpora
