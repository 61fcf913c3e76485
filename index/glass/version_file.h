// The file `iamglass`, which makes the tables beside it a database.

#pragma once

#include <cstdint>
#include <string>

#include "index/glass/table_writer.h"

namespace dateline::glass {

/// What Xapian keeps of a database as a whole.
struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;  ///< The highest id given.
  std::uint64_t total_length = 0;   ///< Of all documents, in wdf.
  std::uint32_t shortest = 0;       ///< Length of the shortest non-empty document.
  std::uint32_t longest = 0;
  std::uint32_t wdf_upper_bound = 0;
};

/// The tables that a segment has; a default TableRoot is a table without entries.
struct DatabaseTables {
  TableRoot postlist;
  TableRoot docdata;
  TableRoot termlist;
};

/// Writes `folder`/iamglass, revision 1, with a fresh random UUID, not synced. Of the
/// tables, postlist.glass and termlist.glass must be there even without entries. Throws
/// std::system_error when it cannot be written, and Error kInternal for statistics that
/// contradict each other.
void write_version_file(const std::string& folder, const DatabaseTables& tables,
                        const DatabaseStatistics& statistics);

/// Tables that a database can do without.
enum class Table : std::uint8_t { kTermlist = 2, kPosition = 3 };

/// Leaves a table of the database in `folder`, which nobody has open, out of it: its
/// file is removed, and the version file says that it has no entries. Not synced.
/// Throws std::system_error, and Error kInternal for a version file of another format.
void forget_table(const std::string& folder, Table table);

/// Makes a table, whose file is there, one of the database in `folder`, which nobody
/// has open. Not synced. Throws like forget_table().
void add_table(const std::string& folder, Table table, const TableRoot& root);

}  // namespace dateline::glass
