// The one place that commits: how a change becomes part of an index, all of it or
// nothing, and stays there.

#pragma once

#include <dateline/error.h>
#include <xapian.h>

#include <functional>
#include <set>
#include <string>

namespace dateline {

/// What was written could not be synced: a commit or a published directory is there or
/// is not, and nobody knows what the disk has of it. A kernel may take the pages of a
/// failed sync for written, so that a second one would only pretend (Rebello et al.,
/// "Can Applications Recover from fsync Failures?", 2020).
class UnsyncedError : public Error {
 public:
  using Error::Error;
};

/// What is to be done with a database within a transaction.
using Change = std::function<void(Xapian::WritableDatabase&)>;

/// Runs `change` on the index at `path` as one transaction, and makes it durable. All
/// or nothing. `change` finds what an index does not have: lists of the terms of
/// `documents`, which Xapian needs to remove or replace them, and of those that it adds
/// (termlists.h).
///
/// The folder `aside`, on the same file system, is made for it and removed. It has the
/// tables of the index as hard links, and a root and lists of its own: what is written
/// there goes to blocks that the index does not use, and becomes part of it when the
/// new root is renamed into the place of the old one. Until then nobody sees anything
/// of it, lists least of all.
///
/// False, and nothing is done, where the file system has no hard links. Throws Error,
/// UnsyncedError when the commit itself failed, or what `change` throws; `aside` may
/// then be left.
bool commit_in_place(const std::string& path, const std::string& aside,
                     const std::set<Xapian::docid>& documents, const Change& change);

/// Makes the directory at `built` the index at `path`, replacing what is there, at once
/// and durably: files and directories are synced, then exchanged, and the old one is
/// removed. Both must be on one file system. Where that cannot exchange two directories
/// (few cannot) nothing is at `path` for the instant between two renames. Throws Error;
/// what was at `path` is then still there, but for an UnsyncedError after the exchange.
void publish(const std::string& built, const std::string& path);

/// Puts back what a publish() with the same arguments had renamed away from `path` when
/// it was killed. Throws Error.
void undo_half_publish(const std::string& built, const std::string& path);

}  // namespace dateline
