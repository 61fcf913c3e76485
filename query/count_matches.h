// How many articles match, and nothing else of them.

#pragma once

#include <xapian.h>

#include <cstddef>

#include "query/snapshot.h"

namespace dateline {

/// How many articles match, exactly.
std::size_t count_matches(const Snapshot& snapshot, const Xapian::Query& query);

}  // namespace dateline
