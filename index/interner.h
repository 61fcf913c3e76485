// Distinct texts, numbered by first appearance.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

/// Gives equal texts of one tag the same row: a hash table with open addressing, in
/// memory that is kept from use to use. It refers to the texts, which must stay where
/// they are until clear(). One object belongs to one thread at a time.
class Interner {
 public:
  struct Row {
    std::string_view text;
    std::uint64_t hash;
    std::uint32_t tag;
  };

  Interner();

  /// Forgets everything, and keeps the memory.
  void clear();

  /// The row of `text`, a new one where it is not there yet.
  std::uint32_t row(std::string_view text, std::uint32_t tag = 0);

  /// By number. Lives until the next call of row() or clear().
  std::span<const Row> rows() const { return rows_; }

 private:
  std::size_t free_slot(std::uint64_t hash) const;
  void grow();

  std::vector<Row> rows_;
  std::vector<std::uint32_t> slots_;  // Rows by hash.
};

}  // namespace dateline
