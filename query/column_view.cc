#include "query/column_view.h"

#include <numeric>

namespace dateline {

ColumnView view_column(Snapshot& snapshot, ColumnKind kind,
                       std::span<const Xapian::docid> docids) {
  const Xapian::Database& database = snapshot.database();
  std::shared_ptr<const entities::EntityTable> entities;
  if (kind == ColumnKind::kNames) entities = snapshot.entities();
  ColumnView view;
  view.column = snapshot.cache().column(database, kind, docids.size(), entities,
                                        snapshot.deadline());
  view.by_docid = view.column != nullptr;
  if (view.by_docid) {
    view.rows.assign(docids.begin(), docids.end());
    return view;
  }
  view.column = std::make_shared<const FacetColumn>(
      build_column_of(snapshot, kind, docids, entities));
  view.rows.resize(docids.size());
  std::iota(view.rows.begin(), view.rows.end(), 0U);
  return view;
}

}  // namespace dateline
