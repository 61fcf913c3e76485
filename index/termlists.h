// The lists of terms by article, which Xapian needs to take an article out of an index,
// and nothing else: a quarter of it or more. An index that is complete can do without
// them, and have them made anew from its postings when it changes.

#pragma once

#include <xapian.h>

#include <string>

namespace dateline {

/// Whether `database`, of one folder, says that it is without lists of terms.
bool is_compact(const Xapian::Database& database);

/// Takes the lists, if there are any, out of the database in `folder`, which nobody has
/// open, and that only its writer sees. Not synced. Throws Error.
void drop_termlists(const std::string& folder);

/// Puts them back into such a database. Takes some 200 MB of memory at most, whatever
/// its size, beside its distinct terms. Not synced. Throws Error.
void restore_termlists(const std::string& folder);

}  // namespace dateline
