// The ways in which finished segments become part of an index.

#pragma once

#include <dateline/index_writer.h>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "index/name_linking.h"
#include "index/record_dictionary.h"

namespace dateline {

/// A change of the index at `path`, and where it may be prepared.
struct IndexUpdate {
  std::string path;
  std::string staging;  ///< A folder on the same file system, with the segments in it.
  std::string language;
  std::vector<std::string> segments{};     ///< In order. Their ids are all distinct.
  std::vector<std::string> removed_ids{};  ///< Of articles that leave the index.
  std::vector<std::string> stale_ids{};    ///< Of articles that segments replace.
  NameLinking linking{};                   ///< Of the names there are then.
  SegmentFormatter formatter = SegmentFormatter::kBulk;
  RecordDictionaryPtr dictionary{};  ///< Of the segments; null: none.

  /// Called just before the index changes; what it throws leaves the index as it is.
  std::function<void()> before_publish = [] {};

  /// True when no article comes or goes.
  bool empty() const {
    return segments.empty() && removed_ids.empty() && stale_ids.empty();
  }
};

/// Puts back the index at `path` where a process was killed while it replaced it, with
/// `staging` as its IndexUpdate. Throws Error.
void recover(const std::string& path, const std::string& staging);

/// Publishes an index of the segments alone, replacing what is at `path`. Throws Error.
void publish_new(const IndexUpdate& update);

/// Adds the segments to the existing index, in place where they are few, else by
/// merging all of it aside. Either way durable, and all or nothing. Throws Error.
void apply_to_existing(const IndexUpdate& update);

}  // namespace dateline
