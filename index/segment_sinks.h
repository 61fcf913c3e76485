// The two ways to write a segment: as glass tables in one pass, or through Xapian's
// API.

#pragma once

#include <xapian.h>

#include <string>

#include "index/document_builder.h"
#include "index/glass/segment_writer.h"

namespace dateline {

/// Whether glass::SegmentWriter was proven with the libxapian that this process runs
/// with: the 1.4 series. Another may read another format.
bool bulk_is_proven();

/// A document as Xapian's API takes it.
Xapian::Document to_xapian(const BuiltDocument& built);

/// A fresh segment in the folder `path`, which must not exist; a database once
/// finished. What is not finished is left as it is.
class BulkSegment {
 public:
  BulkSegment(const std::string& path, const std::string& language);
  void add(const BuiltDocument& built);
  void finish();

 private:
  glass::SegmentWriter writer_;
};

/// The same through Xapian::WritableDatabase.
class XapianSegment {
 public:
  XapianSegment(const std::string& path, const std::string& language);
  void add(const BuiltDocument& built);
  void finish();

 private:
  Xapian::WritableDatabase database_;
};

}  // namespace dateline
