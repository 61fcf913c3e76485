// A fixed series of commits that takes every way by which an index changes, and can go
// on where it stopped.

#pragma once

#include <dateline/index_writer.h>

#include <functional>
#include <string>

namespace dateline::testing {

/// How many commits the script has.
inline constexpr int kScriptCommits = 10;

struct ScriptOptions {
  unsigned jobs = 1;
  SegmentFormatter formatter = SegmentFormatter::kBulk;

  /// After an error try the same commit once more, with the same writer.
  bool tries_again = false;
};

/// How far the index at `path` has come: a number of commits; 0 where there is none.
/// Throws Error.
int commits_in(const std::string& path);

/// Does the commits that are still to come; `acknowledge` hears the number of each when
/// it has returned. Throws Error.
void run_script(const std::string& path, const ScriptOptions& options,
                const std::function<void(int)>& acknowledge);

}  // namespace dateline::testing
