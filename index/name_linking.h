// The entities of an index: which of its names are spellings of one, kept in its
// metadata and brought up to date with every commit.

#pragma once

#include <xapian.h>

#include "index/entities/entity_rules.h"
#include "index/entities/entity_table.h"

namespace dateline {

/// How a commit brings the entities up to date.
struct NameLinking {
  bool compute = true;            ///< Look for spellings; without, only by `rules`.
  entities::EntityRules rules{};  ///< All corrections by hand, old and new.
};

/// The table of entities of one database; an empty one where none was computed. Throws
/// Error kCorrupt, kNewerSchema.
entities::EntityTable read_entities(const Xapian::Database& database);

/// The corrections by hand of one database. Throws Error kCorrupt.
entities::EntityRules read_entity_rules(const Xapian::Database& database);

/// Writes the table and the corrections that `linking` makes of the names in
/// `database`, which may have changes that are not committed. What is in it already is
/// only read where that helps: a damaged table is replaced. Throws Error.
void update_entities(Xapian::WritableDatabase& database, const NameLinking& linking);

}  // namespace dateline
