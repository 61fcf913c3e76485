// The articles of a range of days.

#pragma once

#include <dateline/date.h>
#include <dateline/fields.h>
#include <xapian.h>

#include "query/snapshot.h"

namespace dateline {

/// The articles that appeared within `range` (Field::kPublished), or that mention a
/// period all of whose days lie within it (Field::kAbout). MatchNothing where the index
/// has none.
Xapian::Query date_query(Field field, const DateRange& range, Snapshot& snapshot);

}  // namespace dateline
