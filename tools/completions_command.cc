// dateline completions: what a shell needs to complete our commands and options.

#include "command.h"
#include "help.h"

namespace dateline::cli {
namespace {

int run(const Arguments& arguments, Output& out) {
  out.write(completions(arguments.operands().front()));
  return kFound;
}

}  // namespace

constinit const Command kCompletionsCommand = {
    .name = "completions",
    .synopsis = "bash|zsh|fish",
    .operand = Operand::kShell,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Print shell completions",
    .description =
        "Prints a script that lets a shell complete commands and options. For bash: "
        "source <(dateline completions bash).",
    .options = {},
    .run = run,
};

}  // namespace dateline::cli
