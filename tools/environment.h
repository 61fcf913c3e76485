// What the command takes from its surroundings, and the library never does.

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "arguments.h"

namespace dateline::cli {

/// The index to use: --index, else $DATELINE_INDEX, else dateline/index in the user's
/// data folder ($XDG_DATA_HOME, else ~/.local/share). Throws UsageError when none of
/// these is set.
std::string index_path(const Arguments& arguments);

/// --today, else the clock's day where we are.
Date today(const Arguments& arguments);

/// All of a file, or of standard input for "-". Throws Error kNotFound, kIo, or
/// kInvalidArgument when there is more than `most` bytes.
std::string read_input(const std::string& path, std::size_t most);

/// Makes the file have these bytes. Throws Error kIo.
void write_whole_file(const std::string& path, std::string_view bytes);

/// What the system calls an errno, as half a sentence: "permission denied".
std::string system_reason(int error);

}  // namespace dateline::cli
