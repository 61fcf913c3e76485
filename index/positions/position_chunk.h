// Where words stand: the positions of a term in many articles, in one piece of
// metadata.
//
// Xapian's own table of positions has an entry, with a key, for each term of each
// document: most of an index would be keys. Here neighbouring documents of a term share
// a chunk, of about kChunkBytes. Its key names the term and the last document, so that
// the first key not below that of (term, document) is the only one that can have it.
//
//   key      'P', the term, NUL, the last document, ordered
//   chunk    varint (last document - first) << 1 | whether the first has several
//            positions; block of the first; then for each further document varint
//            (document - one before) << 1 | whether it has several; its block
//   block    varint (first position - kTitleGap), or 0 and varint (first position) for
//            one up to that; where there are several: varint (how many - 2), and of
//            each further one varint (position - one before)
//   ordered  orders bytewise as the numbers do: 1, 2 or 3 bytes, high byte first, of
//            which the two high bits tell how many follow; 3 in them: four bytes follow
//
// Terms with positions have no NUL; positions rise, and so do documents.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::positions {

/// A chunk whose documents have so many bytes takes no more.
inline constexpr std::size_t kChunkBytes = 2000;

/// What the keys of all chunks begin with, and of no other metadata.
inline constexpr char kKeyPrefix = 'P';

/// What the keys of the chunks of `term` begin with, and of no other's.
std::string key_prefix(std::string_view term);

/// The key of a chunk of `term` that ends with the document `last`.
std::string chunk_key(std::string_view term, std::uint32_t last);

/// The term and last document of a key; nullopt where it is none.
struct ChunkKey {
  std::string_view term;
  std::uint32_t last = 0;
};
std::optional<ChunkKey> parse_key(std::string_view key);

/// The positions of one document as a chunk has them.
struct PositionBlock {
  bool several = false;
  std::string_view bytes;
};

/// Appends the block of `positions`, which rise and are not empty.
void append_block(std::string& out, std::span<const std::uint32_t> positions);

/// Cuts the positions of terms into chunks. Reused, it keeps its memory.
class PositionChunker {
 public:
  /// Takes a chunk of `term` that ends with the document `last`.
  using Sink = std::function<void(std::string_view term, std::uint32_t last,
                                  std::string_view chunk)>;

  /// `sink` is called with each chunk that is full, or whose term ends.
  explicit PositionChunker(Sink sink, std::size_t chunk_bytes = kChunkBytes)
      : sink_(std::move(sink)), chunk_bytes_(chunk_bytes) {}

  /// Throws Error kInvalidArgument for a term with a NUL.
  void begin(std::string_view term);

  /// Documents rise.
  void add(std::uint32_t document, PositionBlock block);

  void end();

 private:
  void flush();

  Sink sink_;
  std::size_t chunk_bytes_;
  std::string term_;
  std::string chunk_;
  std::string blocks_;  // Of the chunk that grows.
  std::uint32_t first_document_ = 0;
  std::uint32_t last_document_ = 0;
  bool first_has_several_ = false;
};

/// Reads a chunk, which must live as long. Whatever the bytes are, nothing but them is
/// read; of damaged ones good() becomes false, which is to be asked at the end.
class PositionChunk {
 public:
  PositionChunk(std::string_view bytes, std::uint32_t last);

  /// Moves to the next document, at first to the first; false where there is none.
  bool next();

  std::uint32_t document() const { return document_; }

  /// Its positions, rising; lives until next().
  std::span<const std::uint32_t> positions() const { return positions_; }

  PositionBlock block() const { return block_; }

  /// Whether all that was read is as it should be.
  bool good() const { return good_; }

 private:
  std::optional<std::uint64_t> varint();
  bool read_block(bool several);
  bool fail();

  const char* at_;
  const char* end_;
  std::uint32_t last_;
  std::uint32_t document_ = 0;
  PositionBlock block_;
  std::vector<std::uint32_t> positions_;
  bool begun_ = false;
  bool good_ = true;
};

}  // namespace dateline::positions
