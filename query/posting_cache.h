// The postings of words that were searched for last, of one state of an index.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/placed_postings.h"
#include "query/recently_used.h"
#include "query/scored_postings.h"

namespace dateline {

/// Safe to use from any number of threads, each with a database object of its own of
/// that state. Who has a deadline does not wait for another who reads, and gives up
/// after a quarter of the time.
class PostingCache {
 public:
  /// Keeps what was used last, in up to `memory` bytes, beside the lengths.
  explicit PostingCache(std::size_t memory)
      : postings_(memory / 4),
        most_wanted_bytes_(memory / 4),
        places_(memory / 4),
        filters_(memory / 4) {}

  /// The postings of `word`, read if they are not kept; null while reading documents'
  /// lengths for them, which is done once, would cost more than all that was asked for
  /// until now, or where the numbers of documents are too wide apart to be kept flat.
  std::shared_ptr<const ScoredPostings> postings(const Xapian::Database& database,
                                                 const RankedWord& word,
                                                 const Deadline& deadline = {});

  /// The places of `term`, of which the caller would look at those in `wanted`
  /// documents: null while reading them all would cost more than what was wanted until
  /// now, and where postings() are null. `shards` are the databases that `database` is
  /// made of.
  std::shared_ptr<const PlacedPostings> places(const Xapian::Database& database,
                                               std::span<const Xapian::Database> shards,
                                               const std::string& term,
                                               std::size_t wanted,
                                               const Deadline& deadline = {});

  /// The documents of a filter by its name, without scores, as `find` gives them (or
  /// nullopt where the time was over), of which the caller would look at `wanted`: null
  /// while `find`, which looks at `documents`, would cost more than what was wanted
  /// until now.
  std::shared_ptr<const ScoredPostings> filter(
      const std::string& name, std::size_t wanted, std::size_t documents,
      const std::function<std::optional<std::vector<Xapian::docid>>()>& find);

  /// The same where it is kept.
  std::shared_ptr<const ScoredPostings> kept_filter(const std::string& name) {
    return filters_.find(name);
  }

 private:
  std::shared_ptr<const DocumentLengths> lengths(const Xapian::Database& database,
                                                 const RankedWord& word,
                                                 const Deadline& deadline);
  bool is_worth_while(const std::string& name, std::size_t wanted,
                      std::size_t documents);

  std::mutex lengths_mutex_;  // Guards the next two.
  std::shared_ptr<const DocumentLengths> lengths_;
  std::size_t asked_ = 0;  // Postings, until the lengths are read.
  RecentlyUsed<ScoredPostings> postings_;
  const std::size_t most_wanted_bytes_;
  std::mutex wanted_mutex_;                              // Guards the next two.
  std::unordered_map<std::string, std::size_t> wanted_;  // Documents, by name.
  std::size_t wanted_bytes_ = 0;
  RecentlyUsed<PlacedPostings> places_;
  RecentlyUsed<ScoredPostings> filters_;
};

}  // namespace dateline
