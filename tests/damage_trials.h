// Damages a published index in one place after the other, and watches who notices.

#pragma once

#include <dateline/results.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/command.h"

namespace dateline::testing {

/// What all trials together came to.
struct DamageCounts {
  int trials = 0;
  int found = 0;          ///< By the manifest: promised of all.
  int checks = 0;         ///< Runs of `dateline check` ...
  int check_found = 0;    ///< ... that ended with 1, as all should, ...
  int check_crashes = 0;  ///< ... or by a signal, or in no way that is promised.
  int wrong_texts = 0;  ///< Given by show or search as if nothing were: promised none.
  int told = 0;         ///< Articles or searches that ended with an error.
  int lost = 0;         ///< Articles that were not found.
  int reader_crashes = 0;  ///< Trials in which Xapian crashed or hung when it read.
};

/// An index of the sample corpus, and what was in it before it was damaged.
class DamageTrials {
 public:
  /// Equal seeds damage the same places.
  explicit DamageTrials(std::uint64_t seed);

  /// One trial: changes a byte of a file of the index, or cuts the file, looks who
  /// notices, and mends it. Half of the places are in the table of texts; otherwise
  /// every byte is as likely as any other.
  void flip(bool with_check);
  void truncate(bool with_check);

  const DamageCounts& counts() const { return counts_; }

  /// Where the wrong texts and crashes of checks were; a line each.
  const std::string& log() const { return log_; }

 private:
  struct Text {
    std::string title;
    std::string body;
  };
  struct Place {
    std::string file;
    std::string content;
    std::size_t at = 0;
  };

  Place random_place();
  void try_damage(const Place& place, const std::string& damaged, bool with_check);
  void read_all();
  std::string read_in_child() const;
  int count_wrong(const Results& results) const;
  void run_check();
  void note(const std::string& what);

  CommandRunner runner_;
  std::mt19937_64 random_;
  std::map<std::string, Text> texts_;  // By id.
  int places_ = 0;                     // Chosen so far.
  std::string trial_;                  // For the log.
  DamageCounts counts_;
  std::string log_;
};

}  // namespace dateline::testing
