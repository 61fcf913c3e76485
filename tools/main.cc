// dateline: the table of commands, and what the process ends with.

#include <dateline/error.h>
#include <dateline/version.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "command.h"
#include "help.h"

namespace dateline::cli {
namespace {

constexpr std::array kCommands = {
    &kIndexCommand,   &kSearchCommand,     &kFacetsCommand, &kTimelineCommand,
    &kPairsCommand,   &kExportCommand,     &kNamesCommand,  &kShowCommand,
    &kSimilarCommand, &kExplainCommand,    &kInfoCommand,   &kCheckCommand,
    &kRemoveCommand,  &kAnnotateCommand,   &kEvalCommand,   &kTrainCommand,
    &kHelpCommand,    &kCompletionsCommand};

void check_operands(const Command& command, const Arguments& arguments) {
  const std::size_t count = arguments.operands().size();
  if (count >= command.min_operands && count <= command.max_operands) return;
  const std::string usage =
      "dateline " + std::string(command.name) + " " + std::string(command.synopsis);
  throw UsageError((count < command.min_operands ? "Something is missing: "
                                                 : "There is too much: ") +
                   std::string("type '") + usage + "'.");
}

int run_command(const std::vector<std::string>& typed, Output& out) {
  const Command& command = find_command(typed.front());
  const Arguments arguments({typed.begin() + 1, typed.end()}, command.options);
  if (arguments.has("no-pager")) out.use_no_pager();
  if (arguments.has("help")) {
    out.write(command_help(command, out.terminal()));
    return kFound;
  }
  check_operands(command, arguments);
  return command.run(arguments, out);
}

int run(const std::vector<std::string>& typed, Output& out) {
  if (typed.empty()) {
    write_to_stderr(overview(Terminal::of(STDERR_FILENO)));
    return kFailed;
  }
  int code = kFound;
  if (typed.front() == "--version") {
    out.write("dateline " DATELINE_VERSION "\n");
  } else if (typed.front() == "--help") {
    out.write(overview(out.terminal()));
  } else {
    code = run_command(typed, out);
  }
  try {
    out.finish();
  } catch (const ClosedPipe&) {
    // Who has seen enough has seen what was found.
  }
  return code;
}

int guarded_run(const std::vector<std::string>& typed) {
  Output out(STDOUT_FILENO);
  try {
    return run(typed, out);
  } catch (const ClosedPipe&) {
    return kFound;
  } catch (const Error& error) {
    complain(error.what());
    return error.code() == ErrorCode::kBusy ? kBusy : kFailed;
  } catch (const std::bad_alloc&) {
    complain("There is not enough memory.");
  } catch (const std::exception& error) {
    complain(error.what());
  }
  return kFailed;
}

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

const Command& find_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command* command : kCommands) {
    if (command->name == name) return *command;
    names.push_back(command->name);
  }
  std::string near = suggestion(name, names);
  if (near.empty()) near = "; 'dateline help' lists them.";
  throw UsageError("There is no command '" + std::string(name) + "'" + near);
}

}  // namespace dateline::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // A closed pipe is seen where it is written to.
  return dateline::cli::guarded_run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
