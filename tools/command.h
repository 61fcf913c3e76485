// What a command of `dateline` is: one row of the table in main.cc. Parsing, help, the
// manual page and shell completions are all made from these rows.

#pragma once

#include <span>
#include <string_view>

#include "arguments.h"
#include "output.h"

namespace dateline::cli {

/// What the process ends with. Of several reasons the larger one counts.
enum ExitCode : int {
  kFound = 0,        ///< Done; where something was looked for, it was found.
  kNothing = 1,      ///< Done, but nothing was found.
  kFailed = 2,       ///< A usage error, or something broke.
  kBusy = 75,        ///< Another process is writing the index; try again (EX_TEMPFAIL).
  kSignalled = 128,  ///< Plus the number of the signal that stopped `index`.
};

/// What the words behind a command are, for completion.
enum class Operand { kNone, kFile, kText, kQuery, kCommand, kShell };

struct Command {
  std::string_view name;
  std::string_view synopsis;  ///< What follows the name: "QUERY...".
  Operand operand;
  std::size_t min_operands;
  std::size_t max_operands;
  std::string_view summary;      ///< One line, no full stop.
  std::string_view description;  ///< Paragraphs, an empty line between them.
  std::span<const Option> options;
  int (*run)(const Arguments& arguments, Output& out);
};

inline constexpr std::size_t kAnyNumber = static_cast<std::size_t>(-1);

/// All commands, in the order of help. Defined in main.cc.
std::span<const Command* const> commands();

/// The command called `name`; throws UsageError naming the nearest one.
const Command& find_command(std::string_view name);

// One a file: index_command.cc and so on.
extern const Command kIndexCommand;
extern const Command kSearchCommand;
extern const Command kFacetsCommand;
extern const Command kTimelineCommand;
extern const Command kPairsCommand;
extern const Command kExportCommand;
extern const Command kShowCommand;
extern const Command kSimilarCommand;
extern const Command kNamesCommand;
extern const Command kAnnotateCommand;
extern const Command kEvalCommand;
extern const Command kTrainCommand;
extern const Command kExplainCommand;
extern const Command kInfoCommand;
extern const Command kCheckCommand;
extern const Command kRemoveCommand;
extern const Command kCompletionsCommand;
extern const Command kHelpCommand;

}  // namespace dateline::cli
