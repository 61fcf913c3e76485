// The one place that opens databases.

#pragma once

#include <dateline/error.h>
#include <xapian.h>

#include <cstdint>
#include <string>

namespace dateline {

/// What lies at the path of an index.
enum class PathContent {
  kNothing,
  kEmptyFolder,  ///< An index may be made there.
  kDatabase,     ///< A folder with tables of Xapian: an index, or part of one.
  kOther,        ///< Something else, not to be touched.
};

/// Looks only at names of files. Throws Error kIo when it may not look.
PathContent inspect_path(const std::string& path);

/// Opens the index at `path` to read: an existing directory, always as glass, never
/// followed as a stub, never created; its tables must all be there and its schema one
/// that this library reads. Throws Error: kNotFound, kNotAnIndex, kNewerSchema,
/// kCorrupt, kIo.
Xapian::Database open_to_read(const std::string& path);

/// False where Xapian could not open a table of `database`, one of a single folder: it
/// takes such a one for empty, whatever the reason was, and a merge would lose it. All
/// that open functions here give have theirs; to be asked again after a reopen().
/// Reads a few blocks. Throws Xapian::Error.
bool has_open_tables(const Xapian::Database& database);

/// Opens an existing index to write, checked like open_to_read(). Throws Error; kBusy
/// when another writer has it.
Xapian::WritableDatabase open_to_write(const std::string& path);

/// Creates an empty database in the directory `path`, which must not exist. It is not
/// synced: for databases that are merged or published afterwards. `flags`: more of
/// Xapian's. Throws Error.
Xapian::WritableDatabase create_segment(const std::string& path, int flags = 0);

/// Opens a database that create_segment() or a merge made, and that nobody else sees.
/// Throws Error.
Xapian::Database open_segment(const std::string& path);
Xapian::WritableDatabase open_segment_to_write(const std::string& path);

/// A number that changes when another directory is published at `path`, and only then.
/// 0: nothing there.
std::uint64_t identity(const std::string& path);

}  // namespace dateline
