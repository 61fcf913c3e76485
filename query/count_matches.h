// How many articles match, and nothing else of them.

#pragma once

#include <xapian.h>

#include <cstddef>

namespace dateline {

/// How many articles of `database` match, exactly.
std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace dateline
