// The postings of words that were searched for last, of one state of an index.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "query/placed_postings.h"
#include "query/recently_used.h"
#include "query/scored_postings.h"

namespace dateline {

/// Safe to use from any number of threads, each with a database object of its own of
/// that state. Who has a deadline does not wait for another who reads, and gives up
/// after a quarter of the time.
class PostingCache {
 public:
  /// The postings of `word`, read if they are not kept; null while reading documents'
  /// lengths for them, which is done once, would cost more than all that was asked for
  /// until now, or where the numbers of documents are too wide apart to be kept flat.
  std::shared_ptr<const ScoredPostings> postings(const Xapian::Database& database,
                                                 const RankedWord& word,
                                                 const Deadline& deadline = {});

  /// The places of `term`, of which the caller would look at those in `wanted`
  /// documents: null while reading them all would cost more than what was wanted until
  /// now, and where postings() are null.
  std::shared_ptr<const PlacedPostings> places(const Xapian::Database& database,
                                               const std::string& term,
                                               std::size_t wanted,
                                               const Deadline& deadline = {});

 private:
  std::shared_ptr<const DocumentLengths> lengths(const Xapian::Database& database,
                                                 const RankedWord& word,
                                                 const Deadline& deadline);
  bool is_worth_while(const std::string& term, std::size_t wanted,
                      std::size_t documents);

  // Room for the words of some thousand queries of an index of a million articles.
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

  std::mutex lengths_mutex_;  // Guards the next two.
  std::shared_ptr<const DocumentLengths> lengths_;
  std::size_t asked_ = 0;  // Postings, until the lengths are read.
  RecentlyUsed<ScoredPostings> postings_{kMostBytes};
  std::mutex wanted_mutex_;                              // Guards the next.
  std::unordered_map<std::string, std::size_t> wanted_;  // Documents, by term.
  RecentlyUsed<PlacedPostings> places_{kMostBytes};
};

}  // namespace dateline
