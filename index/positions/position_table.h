// Xapian's own table of positions, which indexes up to schema 3 have.

#pragma once

#include <xapian.h>

#include <string>

namespace dateline {

/// Whether positions of `database`, of one folder, are in Xapian's table.
bool has_position_table(const Xapian::Database& database);

/// Makes `output` the index at `path`, which has such a table, with chunks instead.
/// `scratch` is an existing folder for what it takes on the way. Documents keep their
/// numbers. Nothing is synced. Throws Error.
void chunk_positions(const std::string& path, const std::string& output,
                     const std::string& scratch);

}  // namespace dateline
