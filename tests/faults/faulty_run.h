// A program run under libiofault.so.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace dateline::testing {

/// What is to go wrong; see iofault.cc for the words.
struct Fault {
  std::string mode{};
  long at = 0;
  long times = 1;
  int error = 5;
  std::string kinds{};
  bool plain = false;     ///< A file system that can neither exchange nor share blocks.
  bool linkless = false;  ///< One that has no hard links.
};

/// How a program ended.
struct FaultyOutcome {
  int code = -1;    ///< The exit status; -1 when a signal ended it.
  int signal = 0;   ///< That signal.
  std::string out;  ///< Standard output.
  std::string err;  ///< Standard error.
  std::string hit;  ///< What was hit first: kind, space, path; empty: nothing.
};

/// Where a run keeps what it writes beside the folder that it works in.
struct RunPlaces {
  std::string root;     ///< Only calls about files below it count; has no links in it.
  std::string scratch;  ///< A folder outside of `root` for standard output and the log.
};

/// Runs `command`, a path and its arguments, with `fault`, or plainly without one; ends
/// it by SIGKILL after `limit`.
FaultyOutcome run_with_fault(const std::vector<std::string>& command,
                             const std::optional<Fault>& fault, const RunPlaces& places,
                             std::chrono::microseconds limit = std::chrono::minutes(5));

/// The library itself.
std::string iofault_path();

/// Where run_with_fault() leaves the log of mode "log", and the number of mode "count".
std::string fault_report(const RunPlaces& places);

}  // namespace dateline::testing
