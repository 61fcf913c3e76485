// The two ways to write a segment: as glass tables in one pass, or through Xapian's
// API.

#pragma once

#include <xapian.h>

#include <string>

#include "index/document_builder.h"
#include "index/glass/flat_inverter.h"
#include "index/glass/segment_writer.h"

namespace dateline {

/// Whether glass::SegmentWriter was proven with the libxapian that this process runs
/// with: the 1.4 series. Another may read another format.
bool bulk_is_proven();

/// A document as Xapian's API takes it, without positions.
Xapian::Document to_xapian(const BuiltDocument& built);

/// A fresh segment in the folder `path`, which must not exist; a database once
/// finished, with a file of positions (positions/position_file.h). What is not finished
/// is left as it is. `first`: the number of its first document; `has_termlists`: see
/// termlists.h.
class BulkSegment {
 public:
  BulkSegment(const std::string& path, const std::string& language, Xapian::docid first,
              bool has_termlists);
  void add(const BuiltDocument& built);
  void finish();

 private:
  glass::SegmentWriter writer_;
};

/// The same through Xapian::WritableDatabase.
class XapianSegment {
 public:
  XapianSegment(const std::string& path, const std::string& language,
                Xapian::docid first, bool has_termlists);
  void add(const BuiltDocument& built);
  void finish();

 private:
  const std::string path_;
  Xapian::WritableDatabase database_;
  Xapian::docid next_;
  glass::FlatInverter inverter_;  // Of the terms that have positions.
};

}  // namespace dateline
