// The one place that opens databases, and the one that commits.

#pragma once

#include <xapian.h>

#include <functional>
#include <string>

namespace dateline {

/// Opens the index at `path` to read: an existing directory, always as glass, never
/// followed as a stub, never created; its tables must all be there and its schema one
/// that this library reads. Throws Error.
Xapian::Database open_to_read(const std::string& path);

/// Opens an existing index to write. Throws Error; kBusy when another writer has it.
Xapian::WritableDatabase open_to_write(const std::string& path);

/// Creates an empty database in the directory `path`, which must not exist. It is not
/// synced: for databases that are merged or published afterwards.
Xapian::WritableDatabase create_segment(const std::string& path);

/// Runs `change` on `database` as one transaction and makes it durable: commit, then
/// fsync of its directory `path`. All or nothing.
void commit_durably(Xapian::WritableDatabase& database, const std::string& path,
                    const std::function<void(Xapian::WritableDatabase&)>& change);

/// Makes the directory at `built` the index at `path`, replacing what is there, at once
/// and durably: files and directories are synced, then renamed.
void publish(const std::string& built, const std::string& path);

/// A number that changes when another directory is published at `path`. 0: nothing
/// there.
std::uint64_t identity(const std::string& path);

}  // namespace dateline
