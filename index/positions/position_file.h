// The positions of a segment, until it is merged: a file beside its tables, for chunks
// are to be made of what stands in all segments together.
//
// For each term, bytewise rising: varint of its size, the term; varint of its last
// document; varint of the size of its one chunk, however large, and the chunk.

#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/positions/position_chunk.h"

namespace dateline::positions {

/// Writes the file of the segment in a folder, by way of a PositionChunker. Throws
/// std::system_error when it cannot be written.
class PositionFileWriter {
 public:
  explicit PositionFileWriter(const std::string& folder);
  ~PositionFileWriter();
  PositionFileWriter(const PositionFileWriter&) = delete;
  PositionFileWriter& operator=(const PositionFileWriter&) = delete;

  /// Terms, and the documents of each, rise.
  PositionChunker& chunker() { return chunker_; }

  /// Nothing may be added afterwards. Not synced.
  void finish();

 private:
  struct File;
  std::unique_ptr<File> file_;
  PositionChunker chunker_;
};

/// Reads the file of the segment in a folder, term by term. Throws std::system_error
/// when it cannot be read, and Error kInternal where it is not as it was written.
class PositionFileReader {
 public:
  explicit PositionFileReader(const std::string& folder);

  /// Moves to the next term, at first to the first; false at the end.
  bool next_term();

  const std::string& term() const { return term_; }

  /// All its documents; lives until next_term().
  PositionChunk chunk() const { return {bytes_, last_}; }

 private:
  std::uint64_t varint();
  void read(std::string& bytes, std::uint64_t size);

  std::string path_;
  std::ifstream in_;
  std::string term_;
  std::string bytes_;
  std::uint32_t last_ = 0;
};

/// Merges the files of segments, of which each has later documents than those before.
void merge_positions(const std::vector<std::string>& folders, PositionChunker& chunker);

/// Leaves documents out of the file of a segment.
void drop_positions(const std::string& folder,
                    const std::set<std::uint32_t>& documents);

}  // namespace dateline::positions
