// dateline help: the commands, one of them, or the manual page.

#include <array>

#include "command.h"
#include "help.h"

namespace dateline::cli {
namespace {

constexpr std::array kOptions = {
    Option{"man", "", "Print the manual page, of Dateline or the command, as roff"},
};

int run(const Arguments& arguments, Output& out) {
  if (arguments.has("man")) {
    const auto& names = arguments.operands();
    out.write(names.empty() ? manual_page() : manual_page(find_command(names.front())));
  } else if (arguments.operands().empty()) {
    out.write(overview(out.terminal()));
  } else {
    out.write(command_help(find_command(arguments.operands().front()), out.terminal()));
  }
  return kFound;
}

}  // namespace

constinit const Command kHelpCommand = {
    .name = "help",
    .synopsis = "[COMMAND]",
    .operand = Operand::kCommand,
    .min_operands = 0,
    .max_operands = 1,
    .summary = "Show the commands, or how one is used",
    .description = "Shows all commands, or one of them with its options.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
