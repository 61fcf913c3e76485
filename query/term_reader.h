// One term in one database: which documents have it, and where.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>

#include "index/positions/term_positions.h"

namespace dateline {

/// Places in one document, in rising order.
using Places = std::span<const std::uint32_t>;

/// Documents are asked for in rising order, by each of its functions; what was not
/// asked for is not opened. Belongs to one thread.
class TermReader {
 public:
  /// Behind all documents.
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  TermReader(const Xapian::Database& database, const std::string& term)
      : database_(database), term_(term) {}

  /// The first document from `docid` on that has the term; kEnd: none.
  Xapian::docid skip_to(Xapian::docid docid);

  /// In the document where skip_to() stands.
  Xapian::termcount occurrences() const { return at_.get_wdf(); }

  /// Where it is in `docid`; empty where it is not. Lives until the next call.
  Places places(Xapian::docid docid);

 private:
  Xapian::Database database_;
  std::string term_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  Xapian::docid docid_ = 0;  // 0: the postings are not open.
  std::optional<TermPositions> positions_;
};

/// The first document from `docid` on that has all of `terms`; kEnd: none.
Xapian::docid skip_to_all(std::span<TermReader> terms, Xapian::docid docid);

}  // namespace dateline
