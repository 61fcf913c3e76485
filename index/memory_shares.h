// How an IndexWriter divides the memory that it was given.

#pragma once

#include <dateline/index_writer.h>

#include <cstddef>

namespace dateline {

struct MemoryShares {
  unsigned jobs = 1;

  /// A batch is cut when its articles have this many bytes of text.
  std::size_t segment_bytes = 0;

  /// Nor does a batch of several articles take more memory than this, and no article
  /// alone.
  std::size_t batch_memory = 0;
};

/// From the options: as many jobs as they say or the machine has cores, fewer where
/// their memory would make segments that are too small. Throws Error kInvalidArgument
/// when it is not enough for one.
MemoryShares share_memory(const IndexWriterOptions& options);

}  // namespace dateline
