// The compiled form of lists of names: a hash table in one run of bytes, read where it
// lies.
//
//   magic "DLGAZ1\0\0" | u32 slots | u32 entries | u64 checksum of the rest
//   slots x u32 tag: 31 bits of the key, and whether a longer name begins so; 0: free
//   slots x u16 classes of the name; 0: only the beginning of one
//
// Numbers have their lowest byte first. Open addressing with linear probing; a key that
// is not in the table is found with a chance of one in a thousand million.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline::names {

/// A table, read in place. Immutable: safe to share between threads.
class GazetteerTable {
 public:
  /// What the table knows of a key.
  struct Entry {
    std::uint16_t classes = 0;  ///< NameClass bits.
    bool is_prefix = false;     ///< A longer name begins so.
  };

  /// Uses `bytes`, which must outlive the table. Throws Error kCorrupt when they are
  /// damaged, naming `origin`. With `trusted` bytes only the header is looked at.
  GazetteerTable(std::string_view bytes, std::string_view origin, bool trusted);

  Entry find(std::uint64_t key) const;

  /// Has what find() looks at first fetched from memory.
  void fetch(std::uint64_t key) const;

  std::size_t entries() const { return entries_; }

 private:
  std::uint32_t tag(std::size_t slot) const;
  Entry entry(std::size_t slot, std::uint32_t tag) const;

  const char* tags_ = nullptr;
  const char* classes_ = nullptr;
  std::size_t slots_ = 0;
  std::size_t entries_ = 0;
};

/// Collects keys and writes a table: the same bytes for the same keys in any order.
class GazetteerTableWriter {
 public:
  /// Adds to what is known of `key`.
  void add(std::uint64_t key, std::uint16_t classes, bool is_prefix);

  /// The bytes of the table.
  std::string finish() const;

 private:
  std::unordered_map<std::uint64_t, GazetteerTable::Entry> entries_;
};

}  // namespace dateline::names
