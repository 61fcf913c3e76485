// The characters of a query: where words end, what quotes, what can be searched.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::query {

/// One character of UTF-8.
struct Character {
  enum class Kind : std::uint8_t {
    kSpace,   ///< White space, a control character or a wrong byte: parts words.
    kQuote,   ///< Any double quotation mark: " “ ” „ « » and their like.
    kOpen,    ///< (
    kClose,   ///< )
    kLetter,  ///< A letter or digit of any script.
    kMark,    ///< An accent that belongs to the letter before it.
    kOther,   ///< Punctuation and symbols; part of the word that they touch.
  };

  Kind kind = Kind::kSpace;
  std::size_t length = 1;  ///< Bytes.
};

/// The character of `text` that begins at `offset` < text.size().
Character character_at(std::string_view text, std::size_t offset);

/// True when there is something in `text` that an index can hold.
bool has_letter(std::string_view text);

/// True when `text` is not empty and all of it are the digits 0 to 9; the letters of
/// ASCII.
bool is_number(std::string_view text);
bool is_ascii_word(std::string_view text);

/// `text` with A to Z in lower case.
std::string ascii_lower(std::string_view text);

/// `text` without the punctuation around it. What belongs to a word stays: the dot of
/// U.S. and the signs of C++ and C#.
std::string_view without_punctuation(std::string_view text);

/// `text` without white space, control characters and wrong bytes around it.
std::string_view without_spaces(std::string_view text);

/// The longest beginning of `text` of at most `bytes` that ends between characters.
std::string_view beginning(std::string_view text, std::size_t bytes);

/// For a message: "1,234,567".
std::string with_commas(std::size_t number);

/// `text` for a message: between quotation marks, and shortened when long.
std::string quoted(std::string_view text);

}  // namespace dateline::query
