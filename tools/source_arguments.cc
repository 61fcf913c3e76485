#include "source_arguments.h"

#include <dateline/error.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "environment.h"

namespace dateline::cli {

namespace fs = std::filesystem;

std::optional<std::size_t> size_argument(const Arguments& arguments,
                                         std::string_view name, std::size_t least,
                                         std::size_t most) {
  const auto given = arguments.value(name);
  if (!given) return std::nullopt;
  constexpr std::string_view kUnits = "KMG";
  std::string_view digits = *given;
  std::size_t shift = 0;
  if (!digits.empty() && kUnits.find(digits.back()) != kUnits.npos) {
    shift = 10 * (kUnits.find(digits.back()) + 1);
    digits.remove_suffix(1);
  }
  const auto number = parse_number(digits);
  if (number && *number <= most >> shift && *number << shift >= least) {
    return *number << shift;
  }
  const bool has_end = most < kMostMemory;
  throw UsageError("The option '--" + std::string(name) + "' is a size from " +
                   std::to_string(least >> 20) + "M " +
                   (has_end ? "to " + std::to_string(most >> 20) + "M" : "on") +
                   ", as in 64M or 2G, not '" + *given + "'.");
}

std::size_t record_bytes(const Arguments& arguments) {
  constexpr std::size_t kLeast = std::size_t{1} << 20;
  constexpr std::size_t kMost = std::size_t{64} << 20;  // Of an article in an index.
  return size_argument(arguments, "record-size", kLeast, kMost)
      .value_or(ArticleReaderOptions{}.max_record_bytes);
}

std::vector<FieldMapping> field_mappings(const Arguments& arguments) {
  std::vector<FieldMapping> mappings;
  for (const std::string& given : arguments.values("map")) {
    std::string_view rest = given;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      const std::string_view one = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t equals = one.find('=');
      if (equals == 0 || equals == one.npos || equals + 1 == one.size()) {
        throw UsageError("--map wants FIELD=NAME, as in title=headline, not '" +
                         std::string(one) + "'.");
      }
      mappings.push_back(
          {std::string(one.substr(0, equals)), std::string(one.substr(equals + 1))});
    }
  }
  return mappings;
}

void require_readable(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code failure;
    if (path == "-" || fs::exists(path, failure)) continue;
    if (!failure) failure = std::make_error_code(std::errc::no_such_file_or_directory);
    throw Error(ErrorCode::kNotFound, "'" + path + "' cannot be read: " +
                                          system_reason(failure.value()) + ".");
  }
}

}  // namespace dateline::cli
