// An index that changes all the while, and readers that can tell from each answer
// whether it is of one state: articles come and go in batches of which each has a
// source, a person and a place of its own, and one more article, the ledger, tells how
// many there are.

#pragma once

#include <dateline/article.h>
#include <dateline/searcher.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <vector>

namespace dateline::testing {

/// Articles of each batch.
inline constexpr std::size_t kBatchArticles = 5;

/// The writer's side.
class LiveWriter {
 public:
  /// Makes the index at `path`, with `batches` of which the first always stays.
  LiveWriter(std::string path, std::size_t batches, unsigned seed);

  /// Takes one random step: mostly a small commit that changes the index in place, now
  /// and then one that writes it anew.
  void step();

  std::size_t commits() const { return commits_; }
  std::size_t exchanges() const { return exchanges_; }

 private:
  void write(std::size_t added, std::size_t removed, bool rebuild);

  std::string path_;
  std::mt19937 random_;
  std::deque<std::size_t> batches_;  // In the index, but for the first, number 0.
  std::size_t next_batch_ = 1;
  std::size_t commits_ = 0;
  std::size_t exchanges_ = 0;  // Commits that put another directory in place.
};

/// What a reader has seen. Lies in memory that processes may share.
struct ReaderTally {
  std::atomic<std::uint64_t> operations = 0;
  std::atomic<std::uint64_t> repetitions = 0;
  std::atomic<std::uint64_t> cut_short = 0;  ///< Exports whose state ended.
  std::atomic<std::uint64_t> wrong = 0;      ///< Answers that were of no one state.
  std::atomic<std::uint64_t> errors = 0;     ///< That left a call.
  char first_fault[300] = {};
};

/// Asks `searcher` one question after another, of every kind, until `done`; at least
/// one of each.
void read_until(const std::atomic<bool>& done, const Searcher& searcher, unsigned seed,
                ReaderTally& tally);

}  // namespace dateline::testing
