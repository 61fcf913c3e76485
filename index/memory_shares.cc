#include "index/memory_shares.h"

#include <dateline/error.h>

#include <algorithm>
#include <limits>
#include <string>
#include <thread>

namespace dateline {
namespace {

constexpr unsigned kMostJobs = 256;

// What a byte of an article takes while it waits in a batch, and at most while its
// segment is made: its text, its words and names, and the tables. Measured, and rounded
// up, on texts of many distinct words.
constexpr std::size_t kWaiting = 2;
constexpr std::size_t kWorking = 24;

// Smaller segments cost more to merge than they save.
constexpr std::size_t kLeastBatch = std::size_t{128} << 10;

// In a byte of each batch: one is being collected, as many wait as there are jobs.
std::size_t factor(unsigned jobs) { return kWaiting + jobs * (kWaiting + kWorking); }

unsigned wanted_jobs(const IndexWriterOptions& options) {
  if (options.jobs != 0) return std::min(options.jobs, kMostJobs);
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

MemoryShares share_memory(const IndexWriterOptions& options) {
  MemoryShares shares{.jobs = wanted_jobs(options),
                      .segment_bytes = options.segment_bytes,
                      .batch_memory = std::numeric_limits<std::size_t>::max()};
  if (options.memory == 0) return shares;
  if (options.memory < kLeastMemory) {
    throw Error(ErrorCode::kInvalidArgument,
                "An index cannot be written with less than " +
                    std::to_string(kLeastMemory >> 20) + " MiB of memory.");
  }
  while (shares.jobs > 1 && options.memory / factor(shares.jobs) < kLeastBatch) {
    --shares.jobs;
  }
  shares.batch_memory = options.memory / factor(shares.jobs);
  shares.segment_bytes = std::min(shares.segment_bytes, shares.batch_memory);
  return shares;
}

}  // namespace dateline
