// The line that grows while `index` works. Only a terminal sees it.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "terminal.h"

namespace dateline::cli {

class Progress {
 public:
  Progress();

  /// Whether anybody is looking: without, the numbers below need not be found out.
  bool shown() const { return terminal_.interactive; }

  /// How far it has come: articles, bytes read of all bytes (0: not known). Cheap; it
  /// draws at most ten times a second.
  void update(std::size_t articles, std::uint64_t bytes, std::uint64_t all_bytes);

  /// A sentence in place of the numbers, for a stage that cannot be measured.
  void stage(std::string_view sentence);

  /// Takes the line away, so that something else can be written.
  void clear();

  /// Seconds since it was made.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  void draw(std::string_view line);

  Terminal terminal_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_{};
  bool visible_ = false;
};

}  // namespace dateline::cli
