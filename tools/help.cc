#include "help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "examples.h"
#include "text_layout.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

Rows option_rows(std::span<const Option> options) {
  Rows rows;
  for (const Option& option : options) {
    rows.emplace_back(usage_of(option), description_of(option));
  }
  return rows;
}

}  // namespace

std::string usage_of(const Option& option) {
  std::string text = "--" + std::string(option.name);
  if (option.value.empty()) return text;
  text += ' ';
  if (!option.is_choice()) return text.append(option.value);
  for (const char c : option.name) {
    text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

std::string description_of(const Option& option) {
  std::string text(option.help);
  if (!option.is_choice()) return text;
  text += ": ";
  const auto allowed = choices(option);
  for (const std::string_view choice : allowed) {
    if (choice != allowed.front()) text += choice == allowed.back() ? " or " : ", ";
    text += choice;
    if (choice == allowed.front()) text += " (default)";
  }
  return text;
}

std::string overview(const Terminal& terminal) {
  std::string text =
      wrap({{"Dateline finds news articles, and who, where and when they are about."}},
           terminal, {}) +
      "\n  dateline COMMAND [--index DIR] ...\n\n";
  Rows rows;
  for (const Command* command : commands()) {
    rows.emplace_back(command->name, command->summary);
  }
  text += heading("Commands", terminal) + rows_text(rows, terminal);
  text += "\n" + heading("For example", terminal);
  text +=
      "  dateline index news/ wire.jsonl.gz\n"
      "  dateline search 'New START AND Lavrov' --facet person,published:month\n"
      "  dateline show ID\n\n";
  return text + wrap({{"'dateline help COMMAND' tells more; 'dateline info' lists the "
                       "fields of a query."}},
                     terminal, {});
}

std::string command_help(const Command& command, const Terminal& terminal) {
  std::string text = "  dateline " + std::string(command.name) + " " +
                     std::string(command.synopsis) + " [OPTION]...\n\n";
  for (std::string_view rest = command.description; !rest.empty();) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    text += wrap({{std::string(rest.substr(0, end))}}, terminal, {}) + "\n";
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  Rows rows = option_rows(command.options);
  const Rows common = option_rows(common_options());
  rows.insert(rows.end(), common.begin(), common.end());
  text += heading("Options", terminal) + rows_text(rows, terminal);
  const auto examples = examples_of(command.name);
  if (examples.empty()) return text;
  text += "\n" + heading("For example", terminal);
  for (const Example& example : examples) {
    text += "  " + std::string(example.line) + "\n    " +
            wrap({{std::string(example.says), Style::kDim}}, terminal, {4, 4});
  }
  return text;
}

}  // namespace dateline::cli
