// The entities of an index, listed and explained.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>

#include "query/snapshot.h"

namespace dateline {

/// As Searcher::entities() tells.
EntityList list_entities(Snapshot& snapshot, const EntityOptions& options);

}  // namespace dateline
