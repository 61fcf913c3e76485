// What the screen can show: its width, and colours unless NO_COLOR is set.

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
  std::size_t width = 80;  ///< Columns; 80 where nobody is looking.

  /// What is behind a file descriptor. Obeys NO_COLOR and TERM=dumb.
  static Terminal of(int descriptor);

  /// The sequence that begins a style, and the one that ends any; empty without colour.
  std::string_view begin(Style style) const;
  std::string_view end(Style style) const;
};

}  // namespace dateline::cli
