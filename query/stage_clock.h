// How long the stages of one answer take.

#pragma once

#include <dateline/results.h>

#include <chrono>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// Times stages that follow each other; the first begins when the clock is made.
class StageClock {
 public:
  /// The stage that ran until now is over.
  void finish(std::string_view stage) {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double, std::micro> spent = now - begin_;
    times_.push_back({std::string(stage), spent.count()});
    begin_ = now;
  }

  std::vector<StageTime> times() && { return std::move(times_); }

 private:
  std::vector<StageTime> times_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace dateline
