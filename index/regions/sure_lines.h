// Short lines that are not the report wherever they stand: "Advertisement".

#pragma once

#include <dateline/annotate.h>

#include <optional>
#include <string_view>

namespace dateline::regions {

/// What `line` is if its words alone tell: kFurniture, kRelated or kCredit. Of lines
/// longer than 100 bytes only the beginning is looked at, so the time has a bound.
std::optional<Region> sure_region(std::string_view line);

}  // namespace dateline::regions
