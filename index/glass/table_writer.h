// Writes one table of a glass database: a B-tree file made in one pass from entries
// that come in order of key, each block written once.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::glass {

/// What Xapian takes for `compress_min` in tables of text: term lists, document data.
inline constexpr std::uint32_t kTextCompressMin = 18;

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t root_block = 0;
  std::uint32_t level = 0;  ///< 0: the root is a leaf.
  std::uint64_t entries = 0;
  std::uint32_t next_block = 0;    ///< The first block number never used.
  bool root_is_fake = true;        ///< No entries: the file is empty.
  std::uint32_t compress_min = 0;  ///< Tags of more bytes are deflated; 0: none are.
};

/// One table. Belongs to one thread. Throws std::system_error when
/// the file cannot be written; it is of no use then.
class TableWriter {
 public:
  /// Creates the file at `path`, replacing one that is there. `compress_min` as in
  /// TableRoot: 0 for postings and positions, kTextCompressMin for the others.
  TableWriter(const std::string& path, std::uint32_t compress_min);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// Adds an entry. Keys rise bytewise and have 1 to 255 bytes, or else Error kInternal
  /// is thrown. A tag that takes over 65535 items, about 115 MB or more as it is
  /// stored, gives Error kInvalidArgument.
  void add(std::string_view key, std::string_view tag);

  /// The same for a tag that deflating would not make smaller. It is stored as deflate
  /// stores such bytes, with 5 bytes around each 65535 of it: Xapian, which tries to
  /// deflate what it copies, leaves it alone when it merges.
  void add_compressed(std::string_view key, std::string_view tag);

  /// Writes what is left. Nothing may be added afterwards.
  TableRoot finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass
