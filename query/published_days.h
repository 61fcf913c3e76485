// When the articles of an index appeared.

#pragma once

#include <dateline/date.h>

#include <optional>
#include <utility>

#include "query/snapshot.h"

namespace dateline {

/// The first and the last date of publication, as precise as one of that year and month
/// is; nullopt where no article has any. Costs some look-ups, however large the index.
std::optional<std::pair<Date, Date>> published_days(Snapshot& snapshot);

}  // namespace dateline
