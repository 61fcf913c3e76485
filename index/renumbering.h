// Numbers of documents that are used up by articles that come again and again.

#pragma once

#include <xapian.h>

#include <string>

namespace dateline {

/// Whether an array indexed by the numbers of documents would not be mostly empty, as
/// after very many replacements.
bool has_dense_docids(const Xapian::Database& database);

/// Where numbers are too wide apart, gives the documents of the database in `folder`,
/// which nobody has open, smaller ones: the first becomes 1. `scratch` is an existing
/// folder for what it takes on the way. Not synced. Throws Error.
void close_front_gap(const std::string& folder, const std::string& scratch);

}  // namespace dateline
