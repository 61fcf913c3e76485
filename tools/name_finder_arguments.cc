#include "name_finder_arguments.h"

namespace dateline::cli {

NameFinderOptions name_finder_options(const Arguments& arguments) {
  return {.name_model = arguments.value("name-model").value_or(""),
          .name_lists = arguments.values("name-list")};
}

std::optional<NameFinder> name_finder(const Arguments& arguments) {
  const NameFinderOptions options = name_finder_options(arguments);
  if (options == NameFinderOptions{}) return std::nullopt;
  return NameFinder(options);
}

}  // namespace dateline::cli
