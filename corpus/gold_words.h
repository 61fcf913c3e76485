// Words of names, compared without accents and capitals.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpus {

/// Lower-case words without accents, apostrophes and full stops: "Sinn Féin's" is
/// {"sinn", "feins"}. Latin letters become ASCII; other scripts stay as they are.
std::vector<std::string> folded_words(std::string_view text);

/// The folded words with a blank between them.
std::string folded(std::string_view text);

/// Where `phrase` next stands in `text` as whole words, from `from` on; npos if
/// nowhere.
std::size_t find_words(std::string_view text, std::string_view phrase,
                       std::size_t from);

/// For messages.
inline std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// The parts between commas, without the blanks around them.
std::vector<std::string> split_list(std::string_view text);

/// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text);

/// Well-formed UTF-8 without control characters.
bool is_clean_text(std::string_view text);

}  // namespace dateline::corpus
