// What was used last, as much as there is room for.

#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline {

/// Values by name, each of which tells its bytes(); names count, too. Safe to use from
/// any number of threads.
template <class Value>
class RecentlyUsed {
 public:
  /// Keeps values of up to `most_bytes`, and the last one whatever it takes.
  explicit RecentlyUsed(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Null where it is not kept.
  std::shared_ptr<const Value> find(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->second;
  }

  void keep(const std::string& name, std::shared_ptr<const Value> value) {
    const std::lock_guard lock(mutex_);
    if (by_name_.contains(name)) return;  // Another thread has made it, too.
    bytes_ += bytes_of(name, *value);
    entries_.emplace_front(name, std::move(value));
    by_name_.emplace(name, entries_.begin());
    while (bytes_ > most_bytes_ && entries_.size() > 1) {
      bytes_ -= bytes_of(entries_.back().first, *entries_.back().second);
      by_name_.erase(entries_.back().first);
      entries_.pop_back();
    }
  }

 private:
  using Entry = std::pair<std::string, std::shared_ptr<const Value>>;

  // What an entry costs beside its value and its name, which it has twice.
  static constexpr std::size_t kEntryBytes = 500;

  static std::size_t bytes_of(const std::string& name, const Value& value) {
    return kEntryBytes + 2 * name.size() + value.bytes();
  }

  const std::size_t most_bytes_;
  std::mutex mutex_;          // Guards all below.
  std::list<Entry> entries_;  // Those used last first.
  std::unordered_map<std::string, typename std::list<Entry>::iterator> by_name_;
  std::size_t bytes_ = 0;
};

}  // namespace dateline
