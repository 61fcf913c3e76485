// What the screen can show: its size, and colours unless the user wants none.

#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::cli {

/// How a piece of text looks. Only a terminal with colour shows it.
enum class Style {
  kPlain,
  kBold,
  kDim,
  kMatch,
  kPerson,
  kOrg,
  kPlace,
  kThing,
  kDate,
  kBar,
  kWarning,
};

struct Terminal {
  bool interactive = false;  ///< A person is looking.
  bool colour = false;
  std::size_t width = 80;   ///< Columns; 80 where nobody is looking.
  std::size_t height = 24;  ///< Lines of the screen.

  /// What is behind a file descriptor. Colours are for a terminal, unless NO_COLOR is
  /// set, CLICOLOR is 0 or TERM is "dumb"; with CLICOLOR_FORCE, neither empty nor 0,
  /// for anything, unless NO_COLOR is set. COLUMNS is stronger than the terminal's own
  /// width. Lines are 24 to 120 columns wide.
  static Terminal of(int descriptor);

  /// The sequence that begins a style, and the one that ends any; empty without colour.
  std::string_view begin(Style style) const;
  std::string_view end(Style style) const;
};

}  // namespace dateline::cli
