// Days of publication by copies: an article that nobody dated, of which a copy is
// dated, appeared about that day.

#pragma once

#include <xapian.h>

#include "index/duplicates/chain_table.h"

namespace dateline {

/// Gives each article of `database` that has no date of its own the day of its copies,
/// where these are of about one day, and takes it from those that have no such copy any
/// more. `table` has the chains of `database` as it is. What comes out depends on the
/// articles alone, not on the order in which they came.
///
/// Record, terms and slots of an article are written anew, so that it is found, counted
/// and sorted by that day, and its own bounds are kept in a slot of their own. Relative
/// dates in its text stay relative: a copy may appear a day or two later, and
/// "Thursday" would be a guess. Time is linear in the chains, and in the articles of
/// those that have one without a date. Lets Xapian's exceptions through.
void update_copied_days(Xapian::WritableDatabase& database,
                        const duplicates::ChainTable& table);

}  // namespace dateline
