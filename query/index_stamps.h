// Whether anything was committed to indexes since they were looked at last.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// The file of an index that tells its state: each commit puts another one in its
/// place, and so does one that exchanges the whole folder.
struct IndexStamp {
  std::uint64_t device = 0;
  std::uint64_t number = 0;  ///< Of the inode; it may be given again.
  std::int64_t born = 0;     ///< Nanoseconds of the clock of the file system.
  std::int64_t changed = 0;
  std::uint64_t bytes = 0;

  friend bool operator==(const IndexStamp&, const IndexStamp&) = default;
};

/// Those of the indexes at some paths.
using IndexStamps = std::vector<IndexStamp>;

/// One system call for each; all 0 where nothing is.
IndexStamps stamps_of(const std::vector<std::string>& paths);

/// Which stamps stand for a state that was read. Clocks of file systems stand still for
/// some milliseconds, and for two seconds in the oldest: two files that were in one
/// place within such a moment may have the same stamp, others have not. Belongs to one
/// thread.
class SettledStamps {
 public:
  using Clock = std::chrono::steady_clock;

  static constexpr std::chrono::seconds kAge{3};

  /// Whether nothing was committed between the last confirm() and the look that gave
  /// `stamps`.
  bool are(const IndexStamps& stamps) const { return settled_ && stamps == stamps_; }

  /// The state of the indexes is about to be read, after a look that gave `stamps`.
  /// Whether these were seen so long ago that they stand for what is read now.
  bool begin(const IndexStamps& stamps, Clock::time_point now = Clock::now());

  /// It was read; `old_enough` is what begin() has said.
  void confirm(bool old_enough) { settled_ = old_enough; }

 private:
  IndexStamps stamps_;
  Clock::time_point seen_;  // First, without others in between.
  bool settled_ = false;
};

}  // namespace dateline
