// The lists of terms by article, which Xapian needs to take an article out of a
// database, and nothing else: a quarter of it or more. An index has none; those of the
// articles that are to leave it are made when they are.
//
// Up to schema 3 an index has them, and segments that are copied into one.

#pragma once

#include <xapian.h>

#include <set>
#include <string>

namespace dateline {

/// Whether `database`, of one folder, has lists of its own, of all documents.
bool has_termlists(const Xapian::Database& database);

/// Whether there is one of this document in `database`, of one folder, which may have
/// none or lent ones.
bool has_termlist(const Xapian::Database& database, Xapian::docid docid);

/// Makes lists of these `documents` in the database in `folder`, which has none, which
/// nobody has open, and which only its writer sees. The database still says that it has
/// none: other documents would seem damaged. Takes a millisecond a document
/// or, where stored articles do not give the terms of this version, a look at all
/// terms. Not synced. Throws Error.
void lend_termlists(const std::string& folder,
                    const std::set<Xapian::docid>& documents);

/// Takes the lists, its own or lent ones, if there are any, out of such a database. Not
/// synced. Throws Error.
void drop_termlists(const std::string& folder);

}  // namespace dateline
