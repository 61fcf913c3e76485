// The command line of one command, read by its table of options.

#pragma once

#include <dateline/date.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::cli {

/// What was typed makes no sense; what() is one sentence. Exit code 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One option of a command. All are long: a query may begin with `-`.
struct Option {
  std::string_view name;   ///< "limit", typed as --limit.
  std::string_view value;  ///< "N", "FILE", "DIR"; "text|json": one of these, the first
                           ///< is the default; empty: the option takes no value.
  std::string_view help;   ///< A sentence without its full stop.

  bool is_choice() const { return value.find('|') != std::string_view::npos; }
};

/// "text|json" cut at the bars.
std::vector<std::string_view> choices(const Option& option);

/// Options of every command.
std::span<const Option> common_options();

inline constexpr Option kIndexOption{"index", "DIR",
                                     "The index to use (otherwise $DATELINE_INDEX, or "
                                     "the one in the user's data folder)"};

/// Tables of options after one another.
template <std::size_t A, std::size_t B>
constexpr std::array<Option, A + B> joined(const std::array<Option, A>& a,
                                           const std::array<Option, B>& b) {
  std::array<Option, A + B> options{};
  std::ranges::copy(b, std::ranges::copy(a, options.begin()).out);
  return options;
}

/// What was typed after the command's name.
class Arguments {
 public:
  /// Reads `typed` by `options` and the common ones. Throws UsageError.
  Arguments(const std::vector<std::string>& typed, std::span<const Option> options);

  /// What is no option, in order.
  const std::vector<std::string>& operands() const { return operands_; }

  /// The operands, a blank between them: how a query is typed without quotes.
  std::string text() const;

  bool has(std::string_view name) const { return value(name).has_value(); }

  /// The last one given, or nullopt.
  std::optional<std::string> value(std::string_view name) const;

  /// All given, in order.
  std::vector<std::string> values(std::string_view name) const;

  /// One of the option's choices, the first where it was not given.
  std::string choice(std::string_view name) const;

  /// A whole number within [least, most]. Throws UsageError.
  std::size_t number(std::string_view name, std::size_t fallback, std::size_t least,
                     std::size_t most) const;

  /// A full date, Date{} where it was not given. Throws UsageError.
  Date day(std::string_view name) const;

 private:
  void check_choices() const;

  std::span<const Option> options_;
  std::vector<std::string> operands_;
  std::vector<std::pair<std::string, std::string>> given_;
};

/// "; did you mean 'limit'?" with the candidate nearest to `typed`, or nothing where
/// none is near. `decoration` is put before the candidate.
std::string suggestion(std::string_view typed,
                       std::span<const std::string_view> candidates,
                       std::string_view decoration = "");

/// All digits of `text` as a number, or nullopt.
std::optional<std::size_t> parse_number(std::string_view text);

}  // namespace dateline::cli
