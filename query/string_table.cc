#include "query/string_table.h"

#include <algorithm>

namespace dateline {

std::size_t StringTable::at_offset(std::size_t offset) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

}  // namespace dateline
