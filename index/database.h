// The one place that opens databases, and the one that commits.

#pragma once

#include <dateline/error.h>
#include <xapian.h>

#include <cstdint>
#include <functional>
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

/// What was written could not be synced: a commit or a published directory is there or
/// is not, and nobody knows what the disk has of it. A kernel may take the pages of a
/// failed sync for written, so that a second one would only pretend (Rebello et al.,
/// "Can Applications Recover from fsync Failures?", 2020).
class UnsyncedError : public Error {
 public:
  using Error::Error;
};

/// Runs `change` on `database` as one transaction and makes it durable: commit, then
/// fsync of its directory `path`. All or nothing. Throws Error, UnsyncedError when the
/// commit itself failed, or what `change` throws; `database` must then be dropped, for
/// its state on disk is known but not in memory.
void commit_durably(Xapian::WritableDatabase& database, const std::string& path,
                    const std::function<void(Xapian::WritableDatabase&)>& change);

/// Makes the directory at `built` the index at `path`, replacing what is there, at once
/// and durably: files and directories are synced, then exchanged, and the old one is
/// removed. Both must be on one file system. Where that cannot exchange two directories
/// (few cannot) nothing is at `path` for the instant between two renames. Throws Error;
/// what was at `path` is then still there, but for an UnsyncedError after the exchange.
void publish(const std::string& built, const std::string& path);

/// Puts back what a publish() with the same arguments had renamed away from `path` when
/// it was killed. Throws Error.
void undo_half_publish(const std::string& built, const std::string& path);

/// A number that changes when another directory is published at `path`, and only then.
/// 0: nothing there.
std::uint64_t identity(const std::string& path);

/// A number that changes with each commit to the index at `path`, and when another is
/// published there. 0: nothing there.
std::uint64_t commit_stamp(const std::string& path);

}  // namespace dateline
