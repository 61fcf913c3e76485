// The articles in which terms stand one after another.

#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/deadline.h"

namespace dateline {

/// Those in which each of `terms`, two or more, stands right behind the one before it.
/// Of a query with all of these terms it filters in the shortest time: their positions
/// are read from the rarest on, as long as there is a place left. Belongs to one thread
/// as every Xapian::Query does; the time is that of a CheckedSource.
Xapian::Query phrase_source(std::vector<std::string> terms, const RunLimit& limit = {});

}  // namespace dateline
