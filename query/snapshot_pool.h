// The snapshots of one searcher: one for each thread that is searching.

#pragma once

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

/// Lends snapshots to threads. Safe to use from any number of threads.
class SnapshotPool {
 public:
  /// Opens the first snapshot, so that a wrong path is told at once. `paths` are
  /// indexes and shard files. Throws Error.
  explicit SnapshotPool(const std::vector<std::string>& paths);

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
    process_.require("Searcher");
    for (ReadAttempts attempts(paths_);; ++repetitions_) {
      attempts.begin();
      try {
        std::unique_ptr<Snapshot> snapshot = take();
        auto result = action(*snapshot);
        give_back(std::move(snapshot));
        return result;
      } catch (...) {
        if (!attempts.may_repeat()) throw error_of(action, attempts.error(place_));
      }
      attempts.pause();
    }
  }

 private:
  std::unique_ptr<Snapshot> take() const;
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
        alone.set_cache(std::make_shared<RevisionCache>());
        action(alone);
      } catch (...) {
        const Error of_one = translate_current_exception(path);
        if (of_one.code() == ErrorCode::kCorrupt) return of_one;
      }
    }
    return error;
  }

  std::vector<std::string> paths_;
  std::string place_;  // For messages.
  OwnProcess process_;
  mutable std::atomic<std::uint64_t> repetitions_ = 0;
  mutable std::mutex mutex_;  // Guards all below.
  mutable std::vector<std::unique_ptr<Snapshot>> idle_;
  mutable RevisionKey cached_key_;
  mutable std::shared_ptr<RevisionCache> cache_;
};

}  // namespace dateline
