// The values of all documents: streams of them by slot, and their statistics.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::glass {

/// A key and its tag.
using TableEntry = std::pair<std::string, std::string>;

/// Collects values as documents come.
class ValueChunks {
 public:
  /// Adds a value, which is not empty. Documents rise within a slot.
  void add(std::uint32_t slot, std::uint32_t document, std::string_view bytes);

  /// Moves what is to be written to the postlist table to `entries`, in no order.
  void move_to(std::vector<TableEntry>& entries);

 private:
  struct Slot {
    std::vector<TableEntry> full;  // Chunks that are done.
    std::string chunk;             // The one that grows.
    std::uint32_t first_document = 0;
    std::uint32_t last_document = 0;
    std::uint32_t count = 0;
    std::string least;
    std::string greatest;
  };

  static void update_statistics(Slot& slot, std::string_view bytes);
  static void close_chunk(std::uint32_t number, Slot& slot);

  std::map<std::uint32_t, Slot> slots_;
};

}  // namespace dateline::glass
