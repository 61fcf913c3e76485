// Open databases, one for each thread that is searching, and what is kept between
// searches for each state of the index.

#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "index/text/analyzer.h"
#include "index/xapian_guard.h"
#include "query/revision_cache.h"

namespace dateline {

/// Tells states of an index apart: for each of its databases Xapian's unique name of it
/// and its revision.
using RevisionKey = std::vector<std::pair<std::string, std::uint64_t>>;

/// One state of the index, as one thread sees it. Belongs to one thread at a time.
class Snapshot {
 public:
  /// Opens the databases at `paths`.
  explicit Snapshot(const std::vector<std::string>& paths);

  /// Moves on to the newest state.
  void refresh();

  const RevisionKey& key() const { return key_; }
  const Xapian::Database& database() const { return database_; }

  /// The databases that database() is made of. Document d of number n of them (from 0)
  /// is document (d - 1) * shards().size() + n + 1 of database().
  const std::vector<Xapian::Database>& shards() const { return shards_; }

  /// The analysis of texts in `language`; of the index's own for an empty one.
  text::Analyzer& analyzer(std::string_view language = {});

  /// The analysis of texts in each of the other languages that articles are in, most
  /// articles first; at most eight, and of those without stems one. They live, and so
  /// does the one of the index's own language, until analyzer() was asked for many
  /// languages.
  std::vector<text::Analyzer*> other_analyzers();

  /// Which names are one entity, in this state.
  std::shared_ptr<const entities::EntityTable> entities() const {
    return cache_->entities(shards_);
  }

  /// Which articles are copies of each other, in this state.
  std::shared_ptr<const CopyTable> copies() const { return cache_->copies(shards_); }

  /// What is kept for this state. Set by SnapshotPool.
  RevisionCache& cache() const { return *cache_; }
  void set_cache(std::shared_ptr<RevisionCache> cache) { cache_ = std::move(cache); }

 private:
  void open();
  void read_key();
  void read_languages();

  std::vector<std::string> paths_;
  std::vector<std::uint64_t> identities_;  // Of the directories at paths_.
  std::vector<Xapian::Database> shards_;
  Xapian::Database database_;
  RevisionKey key_;
  std::string language_;
  std::vector<std::string> other_languages_;  // That articles are in, by number.
  std::map<std::string, text::Analyzer, std::less<>> analyzers_;
  std::shared_ptr<RevisionCache> cache_;
};

/// Lends snapshots to threads. Safe to use from any number of threads.
class SnapshotPool {
 public:
  /// Opens the first snapshot, so that a wrong path is told at once. Throws Error.
  explicit SnapshotPool(std::vector<std::string> paths);

  const std::vector<std::string>& paths() const { return paths_; }

  /// Runs `action` on a snapshot of the newest state and gives back what it returns,
  /// which must not hold on to the database. A writer may change the blocks being read:
  /// then the whole action is repeated on a new state, a bounded number of times.
  /// Whatever it throws in the end leaves as an Error.
  template <class Action>
  auto run(Action&& action) const {
    for (int attempt = 1;; ++attempt) {
      try {
        std::unique_ptr<Snapshot> snapshot = take();
        auto result = action(*snapshot);
        give_back(std::move(snapshot));
        return result;
      } catch (...) {
        if (attempt == kAttempts || !may_be_a_writer_at_work()) {
          throw translate_current_exception(place_);
        }
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1 << (2 * attempt)));
    }
  }

 private:
  static constexpr int kAttempts = 6;  // One, and five repetitions.

  // Whether the exception being handled may be due to a writer, not to damage.
  static bool may_be_a_writer_at_work();

  std::unique_ptr<Snapshot> take() const;
  void give_back(std::unique_ptr<Snapshot> snapshot) const;
  std::shared_ptr<RevisionCache> cache_for(const RevisionKey& key) const;

  std::vector<std::string> paths_;
  std::string place_;         // For messages.
  mutable std::mutex mutex_;  // Guards all below.
  mutable std::vector<std::unique_ptr<Snapshot>> idle_;
  mutable RevisionKey cached_key_;
  mutable std::shared_ptr<RevisionCache> cache_;
};

}  // namespace dateline
