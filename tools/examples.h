// What is shown of each command in its help and its manual page, and run by a test:
// over corpus/ of our own sources, in this order.

#pragma once

#include <span>
#include <string_view>

namespace dateline::cli {

/// One line for a shell, which finds something.
struct Example {
  std::string_view command;  ///< The command's name: "search".
  std::string_view line;     ///< "dateline search flood".
  std::string_view says;     ///< What it does, a sentence without its full stop.
};

/// The examples of a command; none for some.
std::span<const Example> examples_of(std::string_view command);

}  // namespace dateline::cli
