// Builds a fresh glass database in flat memory and writes its tables in one pass.
//
// The format belongs to Xapian: it is that of its glass backend as of 1.4.22 (unchanged
// since 2016), described here in our own words from its sources; see format.md. A
// segment is only ever merged by Xapian itself, which reads it like one of its own.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline::glass {

/// One term of a document. `positions` rise; empty for a term without positions. One
/// that has some must have no NUL.
struct Posting {
  std::string_view term;  ///< 1 to 245 bytes, a NUL counting twice.
  std::uint32_t wdf = 0;
  std::span<const std::uint32_t> positions{};
};

/// One value of a document; `bytes` is not empty.
struct Value {
  std::uint32_t slot = 0;
  std::string_view bytes;
};

/// One segment. Documents get ids that follow each other. Positions go to a file of
/// their own, see positions/position_file.h; Xapian's table of them is not written.
/// Belongs to one thread. Memory in use is a small multiple of what was added. Throws
/// std::system_error when a file cannot be written, and Error kInvalidArgument for
/// documents that are not as they must be.
class SegmentWriter {
 public:
  /// `folder` exists and is empty. `first_document`: the id of the first, from 1.
  /// Without `termlists` documents cannot be deleted or replaced, and that table is not
  /// there.
  explicit SegmentWriter(std::string folder, std::uint32_t first_document = 1,
                         bool termlists = true);
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  /// Adds a document: terms bytewise rising and distinct, values by rising slot. `data`
  /// that are compressed already are stored as they are.
  void add_document(std::span<const Posting> postings, std::span<const Value> values,
                    std::string_view data, bool data_is_compressed = false);

  /// Sets metadata of the database; neither is empty.
  void set_metadata(std::string_view key, std::string_view value);

  /// Writes the tables, the version file and the positions, not synced. Nothing may be
  /// added afterwards.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass
