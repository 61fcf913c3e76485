// The copies in an index: which of its articles are of one text, kept in its metadata
// and brought up to date with every commit.

#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "index/duplicates/chain_table.h"

namespace dateline {

/// The articles that came and went with a change of an index.
struct CopyChanges {
  /// An article that went, or of which another text took the place.
  struct Gone {
    std::string id_term;
    std::string fingerprint;
  };

  std::vector<Xapian::docid> added{};
  std::vector<Gone> gone{};
};

/// The chains of one database. Throws Error kCorrupt, kNewerSchema.
duplicates::ChainTable read_copies(const Xapian::Database& database);

/// The chains among all articles of `shards` together, whose ids are distinct. Only
/// reads. Time is n log n in the articles; 160 bytes of memory an article. Lets
/// Xapian's exceptions through; throws Error kCorrupt.
duplicates::ChainTable find_copies(std::span<const Xapian::Database> shards);

/// Writes `table`, which find_copies() made. Throws Error.
void write_copies(Xapian::WritableDatabase& database,
                  const duplicates::ChainTable& table);

/// Writes what find_copies() would find in `database`, which may have changes that are
/// not committed and has come about by `changes`. Only the chains that these are about
/// are decided anew, unless they are many, a crowd of nearly equal texts has come about
/// or dissolved, or the table is damaged. Throws Error.
void update_copies(Xapian::WritableDatabase& database, const CopyChanges& changes);

/// What `changes` need to know of an article, which has a list of terms, before it is
/// removed.
CopyChanges::Gone leaving(const Xapian::Document& document);

}  // namespace dateline
