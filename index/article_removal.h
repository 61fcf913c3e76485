// Takes articles out of a database.

#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

namespace dateline {

/// Deletes the articles with these ids, and tells which documents they were. Positions
/// stay. Throws Xapian::Error.
std::set<Xapian::docid> remove_articles(Xapian::WritableDatabase& database,
                                        const std::vector<std::string>& ids);

/// The same in a database whose positions are chunks, with these.
void remove_articles_and_positions(Xapian::WritableDatabase& database,
                                   const std::vector<std::string>& ids);

}  // namespace dateline
