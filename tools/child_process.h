// Work that may crash or never end, in a process of its own.

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::cli {

/// What became of it.
struct ChildOutcome {
  bool finished = false;   ///< `result` is what the work returned.
  bool timed_out = false;  ///< It was killed since it did not go on.
  int signal = 0;          ///< That ended it, or 0.
  std::string result{};
  std::string place{};  ///< Where it was last, as the work told; cut to 200 bytes.
};

/// Tells where the work is, and that it goes on.
using TellPlace = std::function<void(std::string_view place)>;

/// Forks and runs `work` in the child, whose standard output and, where `quiet`,
/// standard error lead nowhere, which leaves no core, and which ends when we do. After
/// the first place it must tell another one, or end, within `patience`; 0: any time.
/// What `work` throws counts as a crash. Only for a process with one thread. Throws
/// Error kIo where there can be no child.
ChildOutcome run_in_child(const std::function<std::string(const TellPlace&)>& work,
                          std::chrono::milliseconds patience, bool quiet = true);

}  // namespace dateline::cli
