// How a query is understood and run, stage by stage.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>

#include "query/snapshot.h"

namespace dateline {

/// Runs the search that `options` describe, and tells of it. Throws as check_options().
Explanation explain_query(Snapshot& snapshot, const Query& query,
                          const SearchOptions& options);

}  // namespace dateline
