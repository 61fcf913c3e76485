// dateline remove: takes articles out of the index.

#include <dateline/index_writer.h>
#include <dateline/searcher.h>

#include <array>
#include <string>
#include <vector>

#include "command.h"
#include "environment.h"
#include "json_output.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

constexpr std::array kOptions = {
    kIndexOption,
    Option{"format", "text|json", "How the summary is written"},
};

int run(const Arguments& arguments, Output& out) {
  const std::string path = index_path(arguments);
  const Searcher index_exists(path);  // A writer would create it.
  IndexWriter writer(path);
  std::size_t removed = 0;
  std::vector<std::string> missing;
  for (const std::string& id : arguments.operands()) {
    if (writer.remove(id)) {
      ++removed;
    } else {
      missing.push_back(id);
    }
  }
  if (removed > 0) writer.commit();

  if (arguments.choice("format") == "json") {
    out.write(removed_json(removed, missing));
  } else {
    for (const std::string& id : missing) {
      complain("No article has the id '" + id + "'.");
    }
    out.write("Removed " + counted(removed, "article") + ".\n");
  }
  return removed > 0 ? kFound : kNothing;
}

}  // namespace

constinit const Command kRemoveCommand = {
    .name = "remove",
    .synopsis = "ID...",
    .operand = Operand::kText,
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .summary = "Remove articles by id",
    .description =
        "Removes the articles with these ids, all together, and says how many there "
        "were.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
