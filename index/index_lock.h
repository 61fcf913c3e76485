// One writer at a time: a lock file beside the index.

#pragma once

#include <chrono>
#include <string>

namespace dateline {

/// Holds the lock of one index for as long as it lives. The kernel frees it when the
/// process dies, however it dies.
class IndexLock {
 public:
  /// Locks the file `path`, making it when it is not there. Waits at most `timeout` for
  /// another holder, in this or any process. Throws Error kBusy, kIo; `index` is what
  /// they name.
  IndexLock(std::string path, const std::string& index,
            std::chrono::milliseconds timeout);

  /// Removes the file.
  ~IndexLock();

  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  std::string path_;
  int fd_ = -1;
};

}  // namespace dateline
