// A fresh glass database with metadata and nothing else.

#pragma once

#include <string>
#include <string_view>

#include "index/glass/table_writer.h"

namespace dateline::glass {

/// Belongs to one thread. Throws std::system_error when a file cannot be written.
class MetadataWriter {
 public:
  /// `folder` exists and is empty.
  explicit MetadataWriter(std::string folder);

  /// Adds an entry, which is not empty. Keys rise bytewise, and have 253 bytes at most.
  void add(std::string_view key, std::string_view value);

  /// Writes what is left, not synced. Nothing may be added afterwards.
  void finish();

 private:
  const std::string folder_;
  TableWriter entries_;
};

}  // namespace dateline::glass
