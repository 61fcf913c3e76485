#include "source_arguments.h"

#include <dateline/error.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "environment.h"

namespace dateline::cli {

namespace fs = std::filesystem;

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
