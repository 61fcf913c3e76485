// The options that name one's own model and lists of names.

#pragma once

#include <dateline/name_finder.h>

#include <optional>

#include "arguments.h"

namespace dateline::cli {

inline constexpr Option kNameListOption{
    "name-list", "FILE",
    "Also know the names of a file of lines 'class<TAB>name[<TAB>filed under]'; may be "
    "given several times"};
inline constexpr Option kNameModelOption{
    "name-model", "FILE", "Find names with a model that 'dateline train' has made"};

/// The files given.
NameFinderOptions name_finder_options(const Arguments& arguments);

/// What reads them; nullopt where none was given. Throws as NameFinder does.
std::optional<NameFinder> name_finder(const Arguments& arguments);

}  // namespace dateline::cli
