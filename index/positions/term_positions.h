// Where one term stands in the articles of an index.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/positions/position_chunk.h"

namespace dateline {

/// The positions of a term in the documents of one database, of a single folder. What
/// an index of schema 3 or before holds in Xapian's own table is found there. Belongs
/// to one thread; memory is that of one chunk, some kilobytes.
class TermPositions {
 public:
  TermPositions(Xapian::Database database, std::string_view term);

  /// Its positions in `docid`, rising; empty where it has none. Lives until the next
  /// call. Quick while documents rise. Throws Xapian::Error, DatabaseCorruptError for
  /// positions that cannot be right.
  std::span<const std::uint32_t> in(Xapian::docid docid);

 private:
  void load(Xapian::docid docid);
  void advance();
  std::span<const std::uint32_t> in_xapian_table(Xapian::docid docid);

  Xapian::Database database_;
  std::string term_;
  bool has_xapian_table_;
  // What was loaded answers for the documents behind `before_` up to `last_`: that the
  // one at which the chunk stands is the first that has the term; none without a chunk.
  std::unique_ptr<const std::string> bytes_;  // Stays where it is when this moves.
  std::optional<positions::PositionChunk> chunk_;
  Xapian::docid before_ = 0;
  Xapian::docid last_ = 0;
  std::vector<std::uint32_t> found_;
};

/// Calls `visit` with the term and each document of each chunk of the database, in
/// order. Throws Xapian::Error, DatabaseCorruptError for positions that cannot be
/// right.
void for_each_positions(
    const Xapian::Database& database,
    const std::function<void(std::string_view term,
                             const positions::PositionChunk& chunk)>& visit);

}  // namespace dateline
