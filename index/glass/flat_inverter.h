// Turns documents with terms into terms with documents, in flat memory.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/positions/position_chunk.h"

namespace dateline::glass {

/// A posting as the inverter keeps it.
struct InvertedPosting {
  std::uint64_t positions_begin = 0;
  std::uint32_t positions_size : 31 = 0;  ///< In bytes, encoded; 0 without positions.
  std::uint32_t several_positions : 1 = 0;
  std::uint32_t term = 0;  ///< Its row.
  std::uint32_t document = 0;
  std::uint32_t wdf = 0;
};

/// All postings of all documents, as they came, with the distinct terms in an open hash
/// table. Terms are sorted but once, at the end. At most 2^32 - 1 postings.
class FlatInverter {
 public:
  FlatInverter();

  /// Adds a posting. Documents do not fall; a term is in each of them at most once.
  void add(std::string_view term, std::uint32_t document, std::uint32_t wdf,
           std::span<const std::uint32_t> positions);

  /// Puts terms in order. Nothing may be added any more.
  void sort();

  /// Calls `visit(term, occurrences, postings)` for each term, bytewise rising, once
  /// they are in order. `postings` are indices for posting(), by document.
  template <typename Visitor>
  void for_each_term(Visitor&& visit) const {
    std::span<const std::uint32_t> rest(grouped_);
    for (const std::uint32_t row : rows_) {
      const Term& term = terms_[row];
      visit(text_of(term), term.occurrences, rest.first(term.documents));
      rest = rest.subspan(term.documents);
    }
  }

  const InvertedPosting& posting(std::uint32_t index) const { return postings_[index]; }

  /// The positions of `posting`; no bytes where it has none.
  positions::PositionBlock positions(const InvertedPosting& posting) const {
    return {posting.several_positions != 0,
            std::string_view(positions_)
                .substr(posting.positions_begin, posting.positions_size)};
  }

 private:
  struct Term {
    std::uint64_t text_begin;
    std::uint64_t hash;
    std::uint32_t text_size;
    std::uint32_t documents;
    std::uint32_t occurrences;
  };

  std::uint32_t find_or_insert(std::string_view text);
  void grow_slots();
  std::vector<std::uint32_t> sorted_rows() const;
  std::vector<std::uint32_t> grouped_postings() const;
  std::string_view text_of(const Term& term) const {
    return std::string_view(texts_).substr(term.text_begin, term.text_size);
  }

  std::string texts_;
  std::string positions_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;  // An open hash table of rows of terms_.
  std::vector<InvertedPosting> postings_;
  std::vector<std::uint32_t> rows_;     // Of terms_, in order, once sorted.
  std::vector<std::uint32_t> grouped_;  // Rows of postings_, by term in that order.
};

/// Gives the positions of all postings to `chunker`, once terms are in order.
void add_positions(const FlatInverter& inverter, positions::PositionChunker& chunker);

}  // namespace dateline::glass
