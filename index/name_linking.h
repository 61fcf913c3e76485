// The entities of an index: which of its names are spellings of one, kept in its
// metadata and brought up to date with every commit.

#pragma once

#include <dateline/name.h>
#include <xapian.h>

#include <optional>
#include <span>
#include <vector>

#include "index/entities/entity_rules.h"
#include "index/entities/entity_table.h"

namespace dateline {

/// How a commit brings the entities up to date.
struct NameLinking {
  bool compute = true;            ///< Look for spellings; without, only by `rules`.
  bool anew = false;              ///< Of all names, whatever has changed.
  entities::EntityRules rules{};  ///< All corrections by hand, old and new.

  /// The names of all articles that came or went since the last commit; nullopt: too
  /// many to be told, so that all names are looked at.
  std::optional<std::vector<Name>> changed{};
};

/// The table of entities of one database; an empty one where none was computed. Throws
/// Error kCorrupt, kNewerSchema.
entities::EntityTable read_entities(const Xapian::Database& database);

/// The corrections by hand of one database. Throws Error kCorrupt.
entities::EntityRules read_entity_rules(const Xapian::Database& database);

/// The same of databases that are searched as one: joined, corrections of any of them
/// going for all.
entities::EntityTable read_entities(std::span<const Xapian::Database> shards);
entities::EntityRules read_entity_rules(std::span<const Xapian::Database> shards);

/// Writes the table and the corrections that `linking` makes of the names in
/// `database`, which may have changes that are not committed. The table depends on the
/// names and corrections alone, not on the way by which the index came to them. A table
/// that is damaged, or that another version computed, is computed anew. Throws Error.
void update_entities(Xapian::WritableDatabase& database, const NameLinking& linking);

/// The table that update_entities() computes where nothing is known from before. Only
/// reads. Lets Xapian's exceptions through; throws Error kCorrupt.
entities::EntityTable resolve_all_names(const Xapian::Database& database,
                                        const NameLinking& linking);

/// Writes `table`, which resolve_all_names() made of the names in `database`, and the
/// corrections. Throws Error.
void write_resolved(Xapian::WritableDatabase& database,
                    const entities::EntityTable& table, const NameLinking& linking);

/// Appends the names of an article, folded, to `names`.
void append_names(const Xapian::Document& document, std::vector<Name>& names);

/// Appends all names of a database, folded, to `names`.
void append_names(const Xapian::Database& database, std::vector<Name>& names);

}  // namespace dateline
