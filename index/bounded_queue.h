// A queue between threads that makes the producer wait when it is full.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace dateline {

/// First in, first out. Every call is safe from any thread.
template <class T>
class BoundedQueue {
 public:
  /// At most `capacity` things wait in it; at least 1.
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. False, and `thing` is dropped, once the queue is closed.
  bool push(T thing) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || things_.size() < capacity_; });
    if (closed_) return false;
    things_.push_back(std::move(thing));
    changed_.notify_all();
    return true;
  }

  /// Waits for a thing; nullopt when the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !things_.empty(); });
    if (things_.empty()) return std::nullopt;
    std::optional<T> thing(std::move(things_.front()));
    things_.pop_front();
    changed_.notify_all();
    return thing;
  }

  /// No more comes; what waits may still be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  /// No more comes, and what waits is dropped.
  void cancel() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    things_.clear();
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> things_;
  bool closed_ = false;
};

}  // namespace dateline
