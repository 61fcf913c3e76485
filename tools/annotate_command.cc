// dateline annotate: the names and dates of a text, without an index.

#include <dateline/annotate.h>

#include <array>
#include <optional>
#include <string>

#include "article_text.h"
#include "command.h"
#include "environment.h"
#include "json_output.h"
#include "name_finder_arguments.h"
#include "token_stream.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;

constexpr std::array kOptions = {
    Option{"published", "DAY",
           "The day that relative dates ('last Tuesday') count from, as YYYY-MM-DD"},
    Option{
        "tokens", "",
        "Read one token a line, an empty line after a sentence, and -DOCSTART- before "
        "an article; write each token with its IOB2 tag, a tab between"},
    kNameListOption,
    kNameModelOption,
    Option{"format", "json|text", "How names and dates are written"},
};

int run(const Arguments& arguments, Output& out) {
  const std::optional<NameFinder> finder = name_finder(arguments);
  const AnnotateOptions options{.published = arguments.day("published"),
                                .finder = finder ? &*finder : nullptr};
  const std::string text = read_input(arguments.operands().front(), kMostBytes);
  if (arguments.has("tokens")) {
    out.write(tag_tokens(text, options));
    return kFound;
  }
  const Annotations found = annotate(text, options);
  out.write(arguments.choice("format") == "json"
                ? annotations_json(found, text)
                : annotated_text(text, found, out.terminal()));
  return kFound;
}

}  // namespace

constinit const Command kAnnotateCommand = {
    .name = "annotate",
    .synopsis = "FILE",
    .operand = Operand::kFile,
    .min_operands = 1,
    .max_operands = 1,
    .summary = "Find names and dates in a text, without an index",
    .description =
        "Takes a whole file (- for standard input) as running text, UTF-8, and prints "
        "every name and date in it with its place in bytes of the file.",
    .options = kOptions,
    .run = run,
};

}  // namespace dateline::cli
