#include "query/snapshot_pool.h"

#include <dateline/error.h>

#include "query/shard_file.h"

namespace dateline {
namespace {

// Open snapshots hold file handles: more idle ones than this are closed.
constexpr std::size_t kMaxIdle = 16;

std::string joined(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths) {
    if (!text.empty()) text += ", ";
    text += path;
  }
  return text;
}

}  // namespace

SnapshotPool::SnapshotPool(const std::vector<std::string>& paths,
                           const SearcherOptions& options)
    : paths_(expand_shard_files(paths)), options_(options), place_(joined(paths_)) {
  if (paths_.empty()) {
    throw Error(ErrorCode::kInvalidArgument, "A Searcher needs at least one index.");
  }
  idle_.reserve(kMaxIdle);  // So that give_back() never throws.
  run([](Snapshot&) { return 0; });
}

std::unique_ptr<Snapshot> SnapshotPool::take(const IndexStamps& stamps) const {
  std::unique_ptr<Snapshot> snapshot;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      snapshot = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (snapshot) {
    snapshot->refresh(stamps);
  } else {
    snapshot = std::make_unique<Snapshot>(paths_);
  }
  snapshot->set_cache(cache_for(snapshot->key()));
  snapshot->set_deadline({});
  return snapshot;
}

void SnapshotPool::give_back(std::unique_ptr<Snapshot> snapshot) const {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kMaxIdle) idle_.push_back(std::move(snapshot));
}

HeldSnapshot::HeldSnapshot(const SnapshotPool& pool)
    : pool_(pool), attempts_(pool.paths_) {}

HeldSnapshot::~HeldSnapshot() {
  if (snapshot_) pool_.give_back(std::move(snapshot_));
}

std::shared_ptr<RevisionCache> SnapshotPool::cache_for(const RevisionKey& key) const {
  const std::lock_guard lock(mutex_);
  if (!cache_ || cached_key_ != key) {
    cache_ = std::make_shared<RevisionCache>(options_);
    cached_key_ = key;
  }
  return cache_;
}

}  // namespace dateline
