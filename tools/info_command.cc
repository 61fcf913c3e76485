// dateline info: what the index holds, and the fields that a query may name.

#include <dateline/searcher.h>

#include <array>

#include "command.h"
#include "environment.h"
#include "json_output.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::array kOptions = {
    kIndexOption,
    Option{"format", "text|json", "How it is written"},
};

int run(const Arguments& arguments, Output& out) {
  const IndexInfo info = Searcher(index_path(arguments)).info();
  out.write(arguments.choice("format") == "json" ? info_json(info)
                                                 : info_text(info, out.terminal()));
  return kFound;
}

}  // namespace

constinit const Command kInfoCommand = {
    .name = "info",
    .synopsis = "",
    .operand = Operand::kNone,
    .min_operands = 0,
    .max_operands = 0,
    .summary = "Show what the index holds, and the fields of a query",
    .description =
        "Shows how many articles and words the index holds, from which days, its size "
        "by table, the versions that wrote it, and the table of fields.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
