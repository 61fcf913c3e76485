// Whether a read that failed is begun again: beside a writer, or in a damaged index?

#pragma once

#include <dateline/error.h>

#include <string>
#include <vector>

#include "query/index_stamps.h"

namespace dateline {

/// The attempts at one operation. Xapian reuses blocks of states that are over, so that
/// one who reads while a writer commits may find anything where he looks; the state
/// that is the newest from the beginning of an attempt to its end is never touched. So
/// a fault is the writer's doing, and the operation is begun again, as long as commits
/// fall into its attempts; it is damage as soon as two attempts have failed into which
/// none fell.
class ReadAttempts {
 public:
  explicit ReadAttempts(const std::vector<std::string>& paths) : paths_(paths) {}

  /// Before each attempt, and before anything of it is opened.
  void begin();

  /// Of the indexes when the attempt began.
  const IndexStamps& stamps() const { return stamps_; }

  /// In a catch block, when an attempt has failed: whether there may be another one. At
  /// most five are begun again.
  bool may_repeat();

  /// In the same place: the exception being handled as an Error about `place`; kBusy
  /// where commits fell into the attempts to the last.
  Error error(const std::string& place) const;

  /// In a catch block, when a later step on the state of the attempt has failed, which
  /// cannot be begun again: as error(); kBusy where commits have fallen since begin().
  Error error_midway(const std::string& place) const;

  /// Waits before the next attempt, the longer the more have failed.
  void pause() const;

 private:
  const std::vector<std::string>& paths_;
  IndexStamps stamps_;
  int failed_ = 0;
  int failed_at_rest_ = 0;  // Without a commit between their begin and their end.
};

}  // namespace dateline
