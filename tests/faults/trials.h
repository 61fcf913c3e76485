// One trial: the script of commits under one fault, and whether the promises held.

#pragma once

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/faulty_run.h"
#include "tests/faults/io_log.h"
#include "tests/faults/memory_folder.h"
#include "tests/faults/simulated_disk.h"

namespace dateline::testing {

/// How a trial ended.
struct Verdict {
  std::string complaint{};  ///< Which promise was broken, and how; empty: none.
  std::string kind{};       ///< For the tally: what happened, in a few words.
  std::string hit{};        ///< Which call was hit: its kind, and the file's name.
};

/// What a run of the script changed on the disk, and on which kind of file system.
struct LoggedRun {
  Fault fault{};
  std::vector<IoRecord> changes{};
};

/// Runs the script again and again. The index lies two new folders deep, so that these
/// must last too.
class Trials {
 public:
  /// Does the whole script once, unharmed, to know the digest after each commit.
  explicit Trials(unsigned jobs = 1);

  /// How many points of `kinds` one run of the script has.
  long points(const Fault& fault) const;

  /// The path of what the script makes on a file system without hard links, where
  /// nothing is changed in place.
  std::string index_without_links() const;

  /// The program is killed; what is left is one commit or the next, and the next writer
  /// goes on at once.
  Verdict kill(const Fault& fault) const;
  Verdict kill_after(std::chrono::microseconds time) const;

  /// A call fails: an error with a reason, never success without all being there; one
  /// commit or the next is left, and the next writer goes on. With `again` the writer
  /// itself tries once more: what it then acknowledges is true.
  Verdict fail(const Fault& fault, bool again = false) const;

  /// The changes of one run of the script.
  LoggedRun log(const Fault& fault) const;

  /// The power is cut after the first `count` changes of `logged`.
  Verdict cut_power(const LoggedRun& logged, std::size_t count, JournalModel model,
                    std::mt19937& random) const;

  /// What was not surely on the disk when a commit was acknowledged; empty: nothing.
  std::string unsafe_commits(const LoggedRun& logged, JournalModel model) const;

 private:
  FaultyOutcome run(const std::optional<Fault>& fault,
                    std::chrono::microseconds limit = std::chrono::minutes(5),
                    bool again = false) const;
  void empty_root() const;
  std::string judge_state(const std::string& out) const;
  std::string judge_check() const;
  std::string judge_rest() const;
  Verdict judge(const FaultyOutcome& outcome) const;
  Verdict judge(const FaultyOutcome& outcome, const Fault& fault) const;

  MemoryFolder scratch_;
  unsigned jobs_;
  RunPlaces places_;
  std::string index_;
  std::vector<std::string> digests_;  // After each number of commits.
};

}  // namespace dateline::testing
