#include <dateline/fields.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "help.h"

namespace dateline::cli {
namespace {

constexpr std::array<std::string_view, 3> kShells = {"bash", "zsh", "fish"};

std::string joined(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  return joined(names);
}

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options(command.options.begin(), command.options.end());
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

// "person: org: ..." as a query has them before a word.
std::string field_prefixes() {
  std::string result;
  for (const FieldInfo& field : fields()) {
    result.append(result.empty() ? "" : " ").append(field.name).append(":");
  }
  return result;
}

// "person org ..." as --facet and --where have them. A facet calls the dates that are
// spoken of by the field's other name.
std::string facet_kinds() {
  std::vector<std::string_view> kinds;
  for (const FieldInfo& field : fields()) {
    if (!field.is_facet) continue;
    kinds.push_back(field.field == Field::kAbout ? field.alias : field.name);
  }
  return joined(kinds);
}

bool is_kind_list(const Option& option) { return option.value.starts_with("KIND["); }
bool is_kind_filter(const Option& option) { return option.value == "KIND=VALUE"; }
bool is_folder(const Option& option) { return option.value == "DIR"; }
bool is_file(const Option& option) { return option.value == "FILE"; }

// The words that may stand for an operand; empty where they cannot be known.
std::string operand_words(const Command& command) {
  if (command.operand == Operand::kCommand) return command_names();
  if (command.operand == Operand::kShell) {
    return joined({kShells.begin(), kShells.end()});
  }
  if (command.operand == Operand::kQuery) return field_prefixes();
  return "";
}

// --- bash

// What sets COMPREPLY for the value of an option; empty: it has none.
std::string bash_value(const Option& option) {
  const auto reply = [](const std::string& how) {
    return "COMPREPLY=($(compgen " + how + " -- \"$current\"))";
  };
  if (option.value.empty()) return "";
  if (option.is_choice()) return reply("-W '" + joined(choices(option)) + "'");
  if (is_kind_list(option)) return "_dateline_kinds";
  if (is_kind_filter(option)) {
    return reply("-S = -W '" + facet_kinds() + "'") + "; _dateline_no_space";
  }
  if (is_folder(option)) return reply("-d");
  return reply(is_file(option) ? "-f" : "-W ''");
}

std::string bash_command(const Command& command) {
  std::string flags;
  std::string values;
  for (const Option& option : options_of(command)) {
    flags += (flags.empty() ? "--" : " --") + std::string(option.name);
    const std::string value = bash_value(option);
    if (value.empty()) continue;
    values += "        --" + std::string(option.name) + ") " + value + "; return ;;\n";
  }
  std::string words = "-W '" + operand_words(command) + "'";
  if (command.operand == Operand::kFile) words = "-f";
  const bool goes_on = command.operand == Operand::kQuery;
  return "    " + std::string(command.name) + ")\n      case $previous in\n" + values +
         "      esac\n      if [[ $current == -* ]]; then\n"
         "        COMPREPLY=($(compgen -W \"" +
         flags + "\" -- \"$current\"))\n      else\n        COMPREPLY=($(compgen " +
         words + " -- \"$current\"))\n" +
         (goes_on ? "        _dateline_no_space\n" : "") + "      fi ;;\n";
}

// Outside of completion, as in a test, compopt has nothing to do.
std::string bash_helpers() {
  return "_dateline_no_space() { compopt -o nospace 2>/dev/null; }\n"
         "_dateline_kinds() {\n  local last=${current##*,}\n"
         "  COMPREPLY=($(compgen -P \"${current%\"$last\"}\" -W '" +
         facet_kinds() + "' -- \"$last\"))\n  _dateline_no_space\n}\n";
}

std::string bash_script() {
  std::string script =
      "# bash completion for dateline\n" + bash_helpers() +
      "_dateline() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '" +
      command_names() +
      " --help --version' -- \"$current\"))\n"
      "    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Command* command : commands()) script += bash_command(*command);
  return script + "  esac\n}\ncomplete -o filenames -F _dateline dateline\n";
}

// --- zsh

// Inside single quotes, and between the brackets of _arguments.
std::string zsh_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else if (c == '[' || c == ']' || c == ':' || c == '\\') {
      result += '\\';
      result += c;
    } else {
      result += c;
    }
  }
  return result;
}

std::string zsh_action(const Option& option) {
  if (option.is_choice()) return "(" + joined(choices(option)) + ")";
  if (is_kind_list(option)) return " _sequence compadd - " + facet_kinds();
  if (is_kind_filter(option)) return " compadd -S = - " + facet_kinds();
  if (is_folder(option)) return "_files -/";
  return is_file(option) ? "_files" : " ";
}

std::string zsh_command(const Command& command) {
  std::string text = "    " + std::string(command.name) + ")\n      _arguments -S \\\n";
  for (const Option& option : options_of(command)) {
    text += "        '*--" + std::string(option.name) +
            (option.value.empty() ? "" : "=") + "[" + zsh_text(option.help) + "]";
    if (!option.value.empty()) {
      const std::string_view value = option.is_choice() ? "form" : option.value;
      text += ":" + zsh_text(value) + ":" + zsh_action(option);
    }
    text += "' \\\n";
  }
  std::string action = " ";
  if (command.operand == Operand::kFile) action = "_files";
  if (command.operand == Operand::kQuery) {
    action = " _dateline_fields";
  } else if (const std::string words = operand_words(command); !words.empty()) {
    action = "(" + words + ")";
  }
  return text + "        '*:operand:" + action + "' ;;\n";
}

std::string zsh_script() {
  std::string script =
      "#compdef dateline\n"
      "_dateline_fields() { compadd -S '' - " +
      field_prefixes() +
      "; }\n"
      "_dateline() {\n  if ((CURRENT == 2)); then\n    local -a commands=(\n";
  for (const Command* command : commands()) {
    script += "      '" + std::string(command->name) + ":" +
              zsh_text(command->summary) + "'\n";
  }
  script +=
      "    )\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  ((CURRENT--))\n"
      "  case $command in\n";
  for (const Command* command : commands()) script += zsh_command(*command);
  return script +
         "  esac\n}\n"
         "if [[ $funcstack[1] == _dateline ]]; then\n  _dateline \"$@\"\nelse\n"
         "  compdef _dateline dateline\nfi\n";
}

// --- fish

std::string fish_text(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

std::string fish_command(const Command& command) {
  const std::string name(command.name);
  const std::string here =
      "complete -c dateline -n '__fish_seen_subcommand_from " + name + "'";
  std::string text = "complete -c dateline -n __fish_use_subcommand -f -a " + name +
                     " -d " + fish_text(command.summary) + "\n";
  for (const Option& option : options_of(command)) {
    text += here + " -l " + std::string(option.name);
    if (option.is_choice()) {
      text += " -x -a " + fish_text(joined(choices(option)));
    } else if (is_kind_list(option)) {
      text += " -x -a '(__fish_append , " + facet_kinds() + ")'";
    } else if (is_kind_filter(option)) {
      text += " -x -a '(string replace -r \"$\" = " + facet_kinds() + ")'";
    } else if (is_folder(option)) {
      text += " -x -a '(__fish_complete_directories)'";
    } else if (is_file(option)) {
      text += " -r";
    } else if (!option.value.empty()) {
      text += " -x";
    }
    text += " -d " + fish_text(option.help) + "\n";
  }
  if (command.operand != Operand::kFile) {
    text += here + " -f";
    if (const std::string words = operand_words(command); !words.empty()) {
      text += " -a " + fish_text(words);
    }
    text += "\n";
  }
  return text;
}

std::string fish_script() {
  std::string script = "# fish completion for dateline\n";
  for (const Command* command : commands()) script += fish_command(*command);
  return script;
}

}  // namespace

std::string completions(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script();
  std::string near = suggestion(shell, kShells);
  if (near.empty()) near = "; there are bash, zsh and fish.";
  throw UsageError("There are no completions for '" + std::string(shell) + "'" + near);
}

}  // namespace dateline::cli
