// dateline compact: makes an index smaller that is complete.

#include <dateline/index_writer.h>
#include <dateline/searcher.h>

#include <array>
#include <cstdint>
#include <string>

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

std::uint64_t bytes_of(const std::string& path) { return Searcher(path).info().bytes; }

int run(const Arguments& arguments, Output& out) {
  const std::string path = index_path(arguments);
  const std::uint64_t before = bytes_of(path);
  IndexWriter(path, {.compact = true}).commit();
  const std::uint64_t after = bytes_of(path);
  if (arguments.choice("format") == "json") {
    out.write(compacted_json(before, after));
  } else {
    out.write("The index takes " + byte_size(after) + "; before, it took " +
              byte_size(before) + ".\n");
  }
  return kFound;
}

}  // namespace

constinit const Command kCompactCommand = {
    .name = "compact",
    .synopsis = "",
    .operand = Operand::kNone,
    .min_operands = 0,
    .max_operands = 0,
    .summary = "Make an index smaller that is complete",
    .description =
        "Leaves out of the index the lists of words by article, which are a "
        "quarter to a third of it. Searching does not need them, nor does any other "
        "command that reads; "
        "what they say is also in the lists of articles by word.\n\n"
        "The next change of the index, also a small one, makes them anew, and takes "
        "about as long as merging the whole index: for archives, and for what seldom "
        "changes. Articles that come every day are better kept in an index of their "
        "own, and both searched as one by a shard file.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
