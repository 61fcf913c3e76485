// What the places of words add to the scores of chosen documents.

#pragma once

#include <xapian.h>

#include <unordered_map>
#include <vector>

#include "query/snapshot.h"
#include "query/word_tree.h"

namespace dateline {

/// By document, of `docids`, which are in rising order; `snapshot` is of one database.
/// Where the time is over first, some of them are left out.
std::unordered_map<Xapian::docid, double> place_bonuses(
    const Snapshot& snapshot, const std::vector<PlaceBonus>& bonuses,
    const std::vector<Xapian::docid>& docids);

}  // namespace dateline
