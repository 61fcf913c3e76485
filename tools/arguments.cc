#include "arguments.h"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <numeric>

namespace dateline::cli {
namespace {

namespace po = boost::program_options;

constexpr std::array kCommonOptions = {
    Option{"no-pager", "", "Write straight to the terminal, however long it is"},
    Option{"help", "", "Show how the command is used"},
};

// Any other style guesses: `-insurance` would be read as an option, `--lim` as --limit.
constexpr int kStyle = po::command_line_style::allow_long |
                       po::command_line_style::long_allow_adjacent |
                       po::command_line_style::long_allow_next;

constexpr const char* kOperands = "operands";  // Never shown: it holds what is left.

po::options_description describe(std::span<const Option> options) {
  po::options_description description;
  const auto add = [&description](const Option& option) {
    const std::string name(option.name);
    if (option.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  };
  for (const Option& option : options) add(option);
  for (const Option& option : kCommonOptions) add(option);
  return description;
}

// Boost tells the name with or without its dashes, and with the value after `=`.
std::string bare_name(std::string text) {
  text.erase(0, std::min(text.find_first_not_of('-'), text.size()));
  return text.substr(0, text.find('='));
}

[[noreturn]] void refuse_unknown(const std::string& typed,
                                 std::span<const Option> options) {
  const std::string name = bare_name(typed);
  std::vector<std::string_view> names;
  for (const Option& option : options) names.push_back(option.name);
  for (const Option& option : kCommonOptions) names.push_back(option.name);
  std::string near = suggestion(name, names, "--");
  if (near.empty()) near = "; words that begin with '--' go after a lone '--'.";
  throw UsageError("There is no option '--" + name + "'" + near);
}

[[noreturn]] void refuse_syntax(const po::invalid_command_line_syntax& error) {
  const std::string option = "--" + bare_name(error.get_option_name());
  switch (error.kind()) {
    case po::invalid_syntax::missing_parameter:
    case po::invalid_syntax::empty_adjacent_parameter:
      throw UsageError("The option '" + option + "' needs a value.");
    case po::invalid_syntax::extra_parameter:
      throw UsageError("The option '" + option + "' takes no value.");
    default:
      throw UsageError("The option '" + option + "' cannot be read.");
  }
}

// Edits between two words: insert, delete, change, or swap neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> above(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = std::move(above);
    above = std::move(row);
  }
  return above.back();
}

}  // namespace

std::vector<std::string_view> choices(const Option& option) {
  std::vector<std::string_view> result;
  std::string_view rest = option.value;
  while (true) {
    const std::size_t bar = rest.find('|');
    result.push_back(rest.substr(0, bar));
    if (bar == std::string_view::npos) return result;
    rest.remove_prefix(bar + 1);
  }
}

std::span<const Option> common_options() { return kCommonOptions; }

Arguments::Arguments(const std::vector<std::string>& typed,
                     std::span<const Option> options)
    : options_(options) {
  po::positional_options_description positional;
  positional.add(kOperands, -1);
  po::options_description description = describe(options);
  description.add_options()(kOperands, po::value<std::vector<std::string>>(), "");
  try {
    const auto parsed = po::command_line_parser(typed)
                            .options(description)
                            .positional(positional)
                            .style(kStyle)
                            .run();
    for (const auto& option : parsed.options) {
      if (option.position_key >= 0) {
        operands_.insert(operands_.end(), option.value.begin(), option.value.end());
      } else if (option.string_key == kOperands) {
        refuse_unknown(option.string_key, options);
      } else {
        given_.emplace_back(option.string_key,
                            option.value.empty() ? "" : option.value.front());
      }
    }
  } catch (const po::unknown_option& error) {
    refuse_unknown(error.get_option_name(), options);
  } catch (const po::invalid_command_line_syntax& error) {
    refuse_syntax(error);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  check_choices();
}

void Arguments::check_choices() const {
  for (const Option& option : options_) {
    if (!option.is_choice()) continue;
    const auto allowed = choices(option);
    for (const std::string& given : values(option.name)) {
      if (std::ranges::find(allowed, given) != allowed.end()) continue;
      std::string list;
      for (const auto choice : allowed) {
        list += list.empty() ? "" : choice == allowed.back() ? " or " : ", ";
        list += choice;
      }
      throw UsageError("The option '--" + std::string(option.name) + "' is " + list +
                       ", not '" + given + "'.");
    }
  }
}

std::string Arguments::text() const {
  std::string text;
  for (const std::string& word : operands_) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::optional<std::string> Arguments::value(std::string_view name) const {
  for (auto it = given_.rbegin(); it != given_.rend(); ++it) {
    if (it->first == name) return it->second;
  }
  return std::nullopt;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  std::vector<std::string> result;
  for (const auto& [key, value] : given_) {
    if (key == name) result.push_back(value);
  }
  return result;
}

std::string Arguments::choice(std::string_view name) const {
  if (auto given = value(name)) return *given;
  const auto option = std::ranges::find(options_, name, &Option::name);
  return std::string(choices(*option).front());
}

std::size_t Arguments::number(std::string_view name, std::size_t fallback,
                              std::size_t least, std::size_t most) const {
  const auto given = value(name);
  if (!given) return fallback;
  const auto number = parse_number(*given);
  if (number && *number >= least && *number <= most) return *number;
  throw UsageError("The option '--" + std::string(name) + "' is a whole number from " +
                   std::to_string(least) + " to " + std::to_string(most) + ", not '" +
                   *given + "'.");
}

Date Arguments::day(std::string_view name) const {
  const auto given = value(name);
  if (!given) return {};
  const auto date = parse_date(*given);
  if (date && precision(*date) == DatePrecision::kDay) return *date;
  throw UsageError("The option '--" + std::string(name) +
                   "' is a day that exists, as in 2023-03-02, not '" + *given + "'.");
}

std::string suggestion(std::string_view typed,
                       std::span<const std::string_view> candidates,
                       std::string_view decoration) {
  std::string_view nearest;
  std::size_t least = 1 + typed.size() / 3;
  for (const std::string_view candidate : candidates) {
    const std::size_t edits = typed.size() >= 3 && candidate.starts_with(typed)
                                  ? 1
                                  : distance(typed, candidate);
    if (edits > least || (edits == least && !nearest.empty())) continue;
    least = edits;
    nearest = candidate;
  }
  if (nearest.empty()) return "";
  return "; did you mean '" + std::string(decoration) + std::string(nearest) + "'?";
}

std::optional<std::size_t> parse_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc{} || rest != end) return std::nullopt;
  return number;
}

}  // namespace dateline::cli
