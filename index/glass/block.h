// One block of a table. From its start:
//
//   4 bytes  the revision of the database in which the block was written
//   1 byte   the level: 0 for a leaf, one more for each step towards the root
//   2 bytes  the gap between the directory and the items
//   2 bytes  all room that is free, which is the gap here, as no item is ever removed
//   2 bytes  where the directory ends
//   the directory: 2 bytes an item, its offset in the block, by rising key
//   the gap
//   the items, here from the block's end downwards
//
// Numbers have their high byte first.

#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::glass {

inline constexpr std::size_t kBlockBytes = 8192;
inline constexpr std::size_t kBlockHeader = 11;
inline constexpr std::size_t kDirectoryEntry = 2;
/// The revision of everything in a fresh database.
inline constexpr std::uint32_t kRevision = 1;

/// Puts `value` at `at` in `Bytes` bytes, and gives the place after it.
template <std::size_t Bytes>
char* put_number(char* at, std::size_t value) {
  for (std::size_t i = 0; i < Bytes; ++i) {
    at[i] = static_cast<char>(value >> (8 * (Bytes - 1 - i)) & 0xff);
  }
  return at + Bytes;
}

/// A block that is being filled.
class Block {
 public:
  bool empty() const { return directory_end_ == kBlockHeader; }

  /// Bytes that are left for items and their directory entries.
  std::size_t room() const { return items_start_ - directory_end_; }

  bool fits(std::size_t item_bytes) const {
    return item_bytes + kDirectoryEntry <= room();
  }

  /// Makes an item of `item_bytes`, which fit, the last one; the caller fills it in.
  char* add(std::size_t item_bytes) {
    assert(fits(item_bytes));
    items_start_ -= item_bytes;
    put_number<2>(bytes_.data() + directory_end_, items_start_);
    directory_end_ += kDirectoryEntry;
    return bytes_.data() + items_start_;
  }

  /// Completes the header; the whole block.
  std::string_view finish(std::size_t level) {
    char* at = put_number<4>(bytes_.data(), kRevision);
    at = put_number<1>(at, level);
    at = put_number<2>(at, room());
    at = put_number<2>(at, room());
    put_number<2>(at, directory_end_);
    return {bytes_.data(), bytes_.size()};
  }

  void clear() {
    bytes_.fill(0);
    directory_end_ = kBlockHeader;
    items_start_ = kBlockBytes;
  }

 private:
  std::array<char, kBlockBytes> bytes_{};
  std::size_t directory_end_ = kBlockHeader;
  std::size_t items_start_ = kBlockBytes;
};

}  // namespace dateline::glass
