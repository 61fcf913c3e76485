#include "query/read_attempts.h"

#include <xapian.h>

#include <chrono>
#include <thread>

#include "index/xapian_guard.h"

namespace dateline {
namespace {

constexpr int kAttempts = 6;  // One, and five repetitions.
constexpr int kAttemptsAtRest = 2;

// Whether the exception being handled may be due to blocks that were written over, or
// to a directory that was exchanged.
bool may_be_a_writers_doing() {
  try {
    throw;
  } catch (const Xapian::DatabaseError&) {
    return true;
  } catch (const Error& error) {
    return error.code() == ErrorCode::kCorrupt || error.code() == ErrorCode::kNotFound;
  } catch (...) {
    return translate_current_exception("").code() == ErrorCode::kCorrupt;
  }
}

}  // namespace

void ReadAttempts::begin() { stamps_ = stamps_of(paths_); }

bool ReadAttempts::may_repeat() {
  if (!may_be_a_writers_doing()) return false;
  ++failed_;
  if (stamps_of(paths_) == stamps_) ++failed_at_rest_;
  return failed_ < kAttempts && failed_at_rest_ < kAttemptsAtRest;
}

Error ReadAttempts::error(const std::string& place) const {
  const bool was_disturbed = failed_ == kAttempts && failed_at_rest_ < kAttemptsAtRest;
  if (!was_disturbed) return translate_current_exception(place);
  return {ErrorCode::kBusy, "The index at '" + place +
                                "' changes faster than it can be read; try again."};
}

Error ReadAttempts::error_midway(const std::string& place) const {
  if (!may_be_a_writers_doing() || stamps_of(paths_) == stamps_) {
    return translate_current_exception(place);
  }
  return {ErrorCode::kBusy, "The index at '" + place +
                                "' changed while it was being read, so that what was "
                                "handed out is not all of it; try again."};
}

void ReadAttempts::pause() const {
  std::this_thread::sleep_for(std::chrono::milliseconds(1 << (2 * failed_)));
}

}  // namespace dateline
