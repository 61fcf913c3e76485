// Text for people: made safe to print, measured in columns, wrapped in lines.

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.h"

namespace dateline::cli {

/// UTF-8 that no terminal can take for a command: line breaks and tabs become blanks;
/// other control characters, and those that reverse the direction of what follows, are
/// left out; wrong bytes become U+FFFD.
std::string printable(std::string_view text);

/// JSON in which every character that printable() keeps from a terminal is an escape,
/// so that nothing is lost; line breaks stay.
std::string with_escapes(std::string_view json);

/// Columns that printable text takes on a terminal: 0 for a combining mark, 2 for an
/// East Asian wide character.
std::size_t columns(std::string_view text);

/// The longest beginning of printable text that takes at most `width` columns, with an
/// ellipsis where something was cut off.
std::string shortened(std::string_view text, std::size_t width);

/// How names of a kind look.
Style style_of(NameKind kind);

/// Text in one style. Made printable when it is laid out.
struct Span {
  std::string text;
  Style style = Style::kPlain;
};
using StyledText = std::vector<Span>;

/// On one line, however long; no line break at the end.
std::string on_one_line(const StyledText& text, const Terminal& terminal);

/// How wrap() sets a paragraph.
struct Indent {
  std::size_t first = 0;  ///< Columns before the first line, taken by the caller's own
                          ///< text, such as "12. ".
  std::size_t rest = 0;   ///< Blanks before the others.
};

/// In lines of at most the terminal's width, broken at blanks, and inside words that
/// are longer than a line. Ends with a line break unless it is empty.
std::string wrap(const StyledText& text, const Terminal& terminal, Indent indent);

/// A line of its own, bold.
std::string heading(std::string_view text, const Terminal& terminal);

/// "1,234,567".
std::string with_commas(std::uint64_t number);

/// "3 articles", "1 article".
std::string counted(std::uint64_t number, std::string_view noun);

/// "12.3 MB", "845 bytes": powers of 1000.
std::string byte_size(std::uint64_t bytes);

/// "0.8 s", "2 min 5 s", "1 h 10 min".
std::string duration(double seconds);

/// Columns for bars beside `taken` ones: as many as the terminal has left, at most
/// `widest` and at least 4.
std::size_t bar_width(std::size_t taken, std::size_t widest, const Terminal& terminal);

/// A bar of `value` out of `most`, at most `width` columns, in eighths of a column.
/// Never empty for a value that is not 0.
std::string bar(std::uint64_t value, std::uint64_t most, std::size_t width);

}  // namespace dateline::cli
