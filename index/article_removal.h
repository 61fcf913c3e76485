// Takes articles out of a database that only its writer sees.

#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

namespace dateline {

/// The documents of the articles with these ids.
std::set<Xapian::docid> documents_of(const Xapian::Database& database,
                                     const std::vector<std::string>& ids);

/// Deletes documents of the database in `folder`, which nobody has open. Positions
/// stay. Not synced. Throws Error.
void remove_documents(const std::string& folder,
                      const std::set<Xapian::docid>& documents);

/// The same of a database whose positions are chunks, with these.
void remove_documents_and_positions(const std::string& folder,
                                    const std::set<Xapian::docid>& documents);

}  // namespace dateline
