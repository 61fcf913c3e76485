// One posting list of the postlist table, cut into chunks.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "index/glass/table_writer.h"

namespace dateline::glass {

/// Writes posting lists to a table, one after the other. Reused, it keeps its memory.
class PostingChunks {
 public:
  explicit PostingChunks(TableWriter& table) : table_(table) {}

  /// Begins the list of a term; how often it is in documents and in all is known
  /// already, as the first chunk says so.
  void begin_term(std::string_view term, std::uint32_t documents,
                  std::uint32_t occurrences);

  /// Begins the list of the lengths of all documents.
  void begin_document_lengths();

  /// Adds a posting. Documents rise.
  void add(std::uint32_t document, std::uint32_t wdf);

  /// Ends a list, which is not empty.
  void end();

 private:
  void begin(std::uint32_t documents, std::uint32_t occurrences);
  void flush(bool is_last);

  TableWriter& table_;
  std::string first_key_;
  std::string later_key_;  // All but the document.
  std::string key_;
  std::string tag_;
  std::string entries_;  // Of the chunk that grows.
  std::uint32_t documents_ = 0;
  std::uint32_t occurrences_ = 0;
  std::uint32_t first_document_ = 0;  // Of that chunk.
  std::uint32_t last_document_ = 0;
  bool is_first_ = true;
};

}  // namespace dateline::glass
