// The snapshots of one searcher: one for each thread that is searching.

#pragma once

#include <dateline/searcher.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "index/own_process.h"
#include "index/xapian_guard.h"
#include "query/read_attempts.h"
#include "query/revision_cache.h"
#include "query/snapshot.h"

namespace dateline {

class SnapshotPool;

/// A snapshot lent for an operation in several steps, all of which see the state that
/// the first one saw: writers change it only from their second commit in place on, and
/// one that is exchanged for another stays readable. Belongs to one thread.
class HeldSnapshot {
 public:
  /// `pool` must outlive this.
  explicit HeldSnapshot(const SnapshotPool& pool);
  ~HeldSnapshot();
  HeldSnapshot(const HeldSnapshot&) = delete;
  HeldSnapshot& operator=(const HeldSnapshot&) = delete;

  /// The first step: as SnapshotPool::run().
  template <class Action>
  auto begin(Action&& action);

  /// A later one, which is not begun again: throws Error kBusy where writers have
  /// written over the state meanwhile. After an exception there is no other. `whole`
  /// does all steps on one snapshot: by it the damaged one of several databases is
  /// found.
  template <class Action, class Whole>
  auto go_on(Action&& action, Whole&& whole);

 private:
  const SnapshotPool& pool_;
  ReadAttempts attempts_;
  std::unique_ptr<Snapshot> snapshot_;
};

/// Lends snapshots to threads. Safe to use from any number of threads.
class SnapshotPool {
 public:
  /// Opens the first snapshot, so that a wrong path is told at once. `paths` are
  /// indexes and shard files. Throws Error.
  explicit SnapshotPool(const std::vector<std::string>& paths,
                        const SearcherOptions& options = {});

  /// Of the indexes.
  const std::vector<std::string>& paths() const { return paths_; }

  /// How often an action was begun again, in all.
  std::uint64_t repetitions() const { return repetitions_; }

  /// Runs `action` on a snapshot of the newest state and gives back what it returns,
  /// which must not hold on to the database. A writer may change the blocks being read:
  /// then the whole action is repeated on a new state, as ReadAttempts says. Whatever
  /// it throws in the end leaves as an Error; of several databases it names the damaged
  /// one. In a child that the process has forked it throws Error kInvalidArgument.
  template <class Action>
  auto run(Action&& action) const {
    return HeldSnapshot(*this).begin(action);
  }

 private:
  friend class HeldSnapshot;

  std::unique_ptr<Snapshot> take(const IndexStamps& stamps) const;
  void give_back(std::unique_ptr<Snapshot> snapshot) const;
  std::shared_ptr<RevisionCache> cache_for(const RevisionKey& key) const;

  // What the action ends with. Which of several databases is damaged Xapian does not
  // tell: each is asked alone.
  template <class Action>
  Error error_of(Action& action, const Error& error) const {
    if (error.code() != ErrorCode::kCorrupt || paths_.size() == 1) return error;
    for (const std::string& path : paths_) {
      try {
        Snapshot alone({path});
        alone.set_cache(std::make_shared<RevisionCache>(options_));
        action(alone);
      } catch (...) {
        const Error of_one = translate_current_exception(path);
        if (of_one.code() == ErrorCode::kCorrupt) return named(of_one, path);
      }
    }
    return error;
  }

  // What is said of an article does not say of which index it is.
  static Error named(const Error& error, const std::string& path) {
    const std::string message = error.what();
    if (message.find(path) != std::string::npos) return error;
    return {error.code(), path + ": " + message};
  }

  std::vector<std::string> paths_;
  SearcherOptions options_;
  std::string place_;  // For messages.
  OwnProcess process_;
  mutable std::atomic<std::uint64_t> repetitions_ = 0;
  mutable std::mutex mutex_;  // Guards all below.
  mutable std::vector<std::unique_ptr<Snapshot>> idle_;
  mutable RevisionKey cached_key_;
  mutable std::shared_ptr<RevisionCache> cache_;
};

template <class Action>
auto HeldSnapshot::begin(Action&& action) {
  pool_.process_.require("Searcher");
  for (;; ++pool_.repetitions_) {
    attempts_.begin();
    try {
      snapshot_ = pool_.take(attempts_.stamps());
      return action(*snapshot_);
    } catch (...) {
      snapshot_.reset();
      if (!attempts_.may_repeat()) {
        throw pool_.error_of(action, attempts_.error(pool_.place_));
      }
    }
    attempts_.pause();
  }
}

template <class Action, class Whole>
auto HeldSnapshot::go_on(Action&& action, Whole&& whole) {
  pool_.process_.require("Searcher");
  try {
    return action(*snapshot_);
  } catch (...) {
    snapshot_.reset();
    throw pool_.error_of(whole, attempts_.error_midway(pool_.place_));
  }
}

}  // namespace dateline
