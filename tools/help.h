// Help, the manual page and shell completions: all of them made from commands().

#pragma once

#include <string>
#include <string_view>

#include "command.h"
#include "terminal.h"

namespace dateline::cli {

/// The commands, one a line.
std::string overview(const Terminal& terminal);

/// One command: how it is typed, what it does, its options.
std::string command_help(const Command& command, const Terminal& terminal);

/// dateline(1), as roff with the `man` macros.
std::string manual_page();

/// dateline-search(1) and so on.
std::string manual_page(const Command& command);

/// A script for "bash", "zsh" or "fish". Throws UsageError for any other shell.
std::string completions(std::string_view shell);

/// "--limit N".
std::string usage_of(const Option& option);

/// What the value of an option is, where the choices alone do not say it.
std::string description_of(const Option& option);

}  // namespace dateline::cli
