// Days of publication by copies: an article that nobody dated, of which a copy is
// dated, appeared about that day.

#pragma once

#include <dateline/date.h>
#include <xapian.h>

#include <vector>

#include "index/duplicates/chain_table.h"

namespace dateline {

/// An article whose day of publication is to become another one.
struct CopiedDay {
  Xapian::docid docid = 0;
  Publication own{};    ///< What is known of it without copies.
  Publication found{};  ///< With the day of its copies, or without one.
};

/// The articles of `database` that have no date of their own and are to have the day of
/// their copies, where these are of about one day, and those that have no such copy any
/// more. `table` has the chains of `database` as it is. What comes out depends on the
/// articles alone, not on the order in which they came; those that are as they should
/// be are left out. Relative dates in a text stay relative: a copy may appear a day or
/// two later, and "Thursday" would be a guess. Time is linear in the chains, and in the
/// articles of those that have one without a date. Lets Xapian's exceptions through.
std::vector<CopiedDay> find_copied_days(const Xapian::Database& database,
                                        const duplicates::ChainTable& table);

/// Writes record, terms and slots of these articles anew, so that they are found,
/// counted and sorted by their days; their own bounds are kept in a slot of their own.
/// `database` has lists of their terms. Lets Xapian's exceptions through.
void write_copied_days(Xapian::WritableDatabase& database,
                       const std::vector<CopiedDay>& changes);

}  // namespace dateline
