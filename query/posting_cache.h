// The postings of words that were searched for last, of one state of an index.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/scored_postings.h"

namespace dateline {

/// Safe to use from any number of threads, each with a database object of its own of
/// that state.
class PostingCache {
 public:
  /// Keeps postings of up to `most_bytes`, those that were used last.
  explicit PostingCache(std::size_t most_bytes = std::size_t{64} << 20)
      : most_bytes_(most_bytes) {}

  /// Those of `word`, read if they are not kept; null while reading documents' lengths
  /// for them, which is done once, would cost more than all that was asked for until
  /// now, or where the numbers of documents are too wide apart to be kept flat. Throws
  /// TimeIsUp: then nothing is kept. Who has a deadline does not wait for another who
  /// reads.
  std::shared_ptr<const ScoredPostings> postings(const Xapian::Database& database,
                                                 const RankedWord& word,
                                                 const Deadline& deadline = {});

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const ScoredPostings> postings;
  };

  std::shared_ptr<const DocumentLengths> lengths(const Xapian::Database& database,
                                                 const RankedWord& word,
                                                 const Deadline& deadline);
  std::shared_ptr<const ScoredPostings> kept(const std::string& key);
  void keep(std::string key, std::shared_ptr<const ScoredPostings> postings);

  const std::size_t most_bytes_;
  std::mutex lengths_mutex_;
  std::shared_ptr<const DocumentLengths> lengths_;
  std::size_t asked_ = 0;     // Postings, until the lengths are read.
  std::mutex mutex_;          // Guards all below.
  std::list<Entry> entries_;  // Those used last first.
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace dateline
