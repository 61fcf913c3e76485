// A column for some documents: that of all where it is kept, else one of their own.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "query/facet_columns.h"
#include "query/snapshot.h"

namespace dateline {

/// Where the values of documents lie.
struct ColumnView {
  std::shared_ptr<const FacetColumn> column;
  bool by_docid = false;            ///< Rows are documents, not places in a list.
  std::vector<std::uint32_t> rows;  ///< Of each document.
};

/// The rows of `docids` in a column of the kind. Throws TimeIsUp at the deadline of
/// `snapshot`.
ColumnView view_column(Snapshot& snapshot, ColumnKind kind,
                       std::span<const Xapian::docid> docids);

}  // namespace dateline
