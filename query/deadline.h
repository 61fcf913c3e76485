// How long an operation may take.

#pragma once

#include <chrono>
#include <memory>
#include <optional>

namespace dateline {

/// Thrown where an operation finds that its time is over; never leaves the library.
struct TimeIsUp {};

/// A moment on the steady clock, which only operations with a time limit read. A value.
class Deadline {
 public:
  /// Never.
  Deadline() = default;

  /// From now on.
  explicit Deadline(std::chrono::milliseconds limit)
      : begin_(std::chrono::steady_clock::now()), limit_(limit) {}

  bool is_set() const { return limit_.has_value(); }

  /// The moment when `percent` of the time is over.
  Deadline after(int percent) const {
    Deadline earlier = *this;
    if (limit_) *earlier.limit_ = *limit_ * percent / 100;
    return earlier;
  }

  bool has_passed() const {
    return limit_ && std::chrono::steady_clock::now() - begin_ >= *limit_;
  }

  /// Throws TimeIsUp when it has passed.
  void check() const {
    if (has_passed()) throw TimeIsUp();
  }

 private:
  std::chrono::steady_clock::time_point begin_;
  std::optional<std::chrono::microseconds> limit_;
};

/// How long the runs of an operation may take, and where one says that it was cut. By
/// default as long as they need.
struct RunLimit {
  Deadline deadline{};
  std::shared_ptr<bool> cut{};  ///< Null only where the deadline is not set.

  /// Of an operation's time runs have three quarters: the rest is for what is shown.
  bool is_over() const { return deadline.after(75).has_passed(); }
};

}  // namespace dateline
