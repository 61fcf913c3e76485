// One writer at a time: a lock file beside the index.

#pragma once

#include <chrono>
#include <string>

namespace dateline {

/// Holds the lock of one index for as long as it lives. The kernel frees it when the
/// process, and every child that it has forked meanwhile, has died, however it died.
class IndexLock {
 public:
  /// Locks the file `path`, making it when it is not there. Waits at most `timeout` for
  /// another holder, in this or any process. Throws Error kBusy, which names the
  /// process that has it, and kIo; `index` is what they name.
  IndexLock(std::string path, const std::string& index,
            std::chrono::milliseconds timeout);

  /// Removes the file, if it is still the one that was locked.
  ~IndexLock();

  /// False when somebody has removed or replaced the file: then another writer may hold
  /// a lock, too.
  bool is_held() const;

  /// Throws Error kBusy when it is not held.
  void require_held() const;

  /// In a forked child: leaves the lock to the parent.
  void abandon();

  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  std::string path_;
  int fd_ = -1;
};

}  // namespace dateline
