// The places of a term in all its documents, flat in memory.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/deadline.h"
#include "query/scored_postings.h"
#include "query/term_reader.h"

namespace dateline {

/// Immutable once built: safe to share between threads.
struct PlacedPostings {
  std::shared_ptr<const ScoredPostings> postings;  ///< Of the term alone.
  std::shared_ptr<const DocumentLengths> lengths;

  /// Posting i has the places positions[starts[i]] to positions[starts[i + 1] - 1], as
  /// many as the term occurs in the document.
  std::vector<std::uint32_t> starts{};
  std::vector<std::uint32_t> positions{};

  std::size_t bytes() const;
};

/// The places of `term` in all `shards` together, where its postings are `postings`;
/// nullopt where a document does not have one for each occurrence. Throws TimeIsUp.
std::optional<PlacedPostings> read_places(
    std::span<const Xapian::Database> shards, const std::string& term,
    std::shared_ptr<const ScoredPostings> postings,
    std::shared_ptr<const DocumentLengths> lengths, const Deadline& deadline);

/// The places in one document after the other.
class PlaceCursor {
 public:
  explicit PlaceCursor(std::shared_ptr<const PlacedPostings> postings)
      : postings_(std::move(postings)) {}

  const PlacedPostings& postings() const { return *postings_; }

  /// Those in `docid`; empty where the term is not. Documents are asked for in rising
  /// order.
  Places in(Xapian::docid docid);

 private:
  std::shared_ptr<const PlacedPostings> postings_;
  std::size_t at_ = 0;
};

/// Whether words stand one after another, each at one of its `places`.
bool stand_in_order(std::span<const Places> places);

/// Whether two words stand at two different places less than `window` apart; where that
/// is 0, whether words stand_in_order().
bool stand_together(std::span<const Places> places, std::uint32_t window);

}  // namespace dateline
