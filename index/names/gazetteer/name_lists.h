// Users' own lists of names, read from files at run time.
//
// A list is UTF-8 text of one name a line, "#" beginning a comment line:
//
//   company<TAB>Acme Widgets
//   person<TAB>Bibi Netanyahu<TAB>Benjamin Netanyahu
//
// First the class (name_class.h), then the name as it is written inside a sentence,
// then, if it is another name of somebody or something, the name that it shall be filed
// under.

#pragma once

#include "index/names/gazetteer/name_class.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

/// A line of a list.
struct ListedName {
  NameClass name_class = NameClass::kPerson;
  std::string name;
  std::string canonical{};  ///< Empty: the name itself.

  friend bool operator==(const ListedName&, const ListedName&) = default;
};

/// Reads the text of a list. Throws Error kInvalidArgument for a line that breaks the
/// rules above, with `origin`, the line's number and the remedy.
std::vector<ListedName> parse_name_list(std::string_view text, std::string_view origin);

/// Reads a file. Throws Error: kNotFound where there is none, kIo where it cannot be
/// read, and as parse_name_list().
std::vector<ListedName> read_name_list(const std::filesystem::path& path);

}  // namespace dateline::names
