#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "arguments.h"

namespace dateline::cli {
namespace {

// Narrower than this no layout is readable, and lines wider than this are hard to read.
constexpr std::size_t kLeastWidth = 24;
constexpr std::size_t kMostWidth = 120;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// See https://no-color.org and https://bixense.com/clicolors.
bool wants_colour(bool interactive) {
  if (!environment("NO_COLOR").empty()) return false;
  const std::string_view force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return interactive && environment("CLICOLOR") != "0" && environment("TERM") != "dumb";
}

}  // namespace

Terminal Terminal::of(int descriptor) {
  Terminal terminal;
  terminal.interactive = isatty(descriptor) == 1;
  terminal.colour = wants_colour(terminal.interactive);
  std::size_t width = 0;
  winsize size{};
  if (terminal.interactive && ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
    width = size.ws_col;
    if (size.ws_row > 0) terminal.height = size.ws_row;
  }
  if (const auto columns = parse_number(environment("COLUMNS"))) width = *columns;
  if (width > 0) terminal.width = std::clamp(width, kLeastWidth, kMostWidth);
  return terminal;
}

std::string_view Terminal::begin(Style style) const {
  if (!colour) return "";
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kBold:
      return "\33[1m";
    case Style::kDim:
      return "\33[2m";
    case Style::kMatch:
      return "\33[1;33m";
    case Style::kPerson:
      return "\33[36m";
    case Style::kOrg:
      return "\33[35m";
    case Style::kPlace:
      return "\33[32m";
    case Style::kThing:
      return "\33[33m";
    case Style::kDate:
      return "\33[4m";
    case Style::kBar:
      return "\33[34m";
    case Style::kWarning:
      return "\33[1;31m";
  }
  return "";
}

std::string_view Terminal::end(Style style) const {
  return !colour || style == Style::kPlain ? "" : "\33[0m";
}

}  // namespace dateline::cli
