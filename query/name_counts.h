// Names counted over a set of documents, and the entities that they are spellings of.

#pragma once

#include <dateline/name.h>
#include <dateline/results.h>
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "query/column_view.h"
#include "query/snapshot.h"

namespace dateline {

/// Counts in one pass over the documents: how many have each name, and how many have
/// any name of each group that entities::EntityTable makes of them.
class NameCounts {
 public:
  /// One entity that is in a document at least.
  struct Entity {
    std::size_t count = 0;      ///< Documents that have any of its names.
    std::uint32_t group = 0;    ///< FacetColumn::kAlone, kHidden: `name` alone.
    std::uint32_t name = 0;     ///< Number in the column.
    std::string_view label{};   ///< Folded. Lives as long as the column.
    std::size_t spellings = 1;  ///< Names of the entity that the column has.
  };

  NameCounts() = default;

  /// `view` is one of names, of each document once.
  explicit NameCounts(const ColumnView& view);

  bool empty() const { return column_ == nullptr; }

  /// The entities of a kind, in no order; hidden names only where asked for.
  std::vector<Entity> entities(NameKind kind, bool hidden = false) const;

  /// The names of an entity that the column has, folded, in the order of bytes.
  std::vector<std::string_view> names(const Entity& entity) const;

  /// How many articles of the whole index have it.
  std::size_t in_index(Snapshot& snapshot, NameKind kind, const Entity& entity) const;

  /// As a facet shows it.
  FacetValue value(Snapshot& snapshot, NameKind kind, const Entity& entity) const;

 private:
  std::string_view name_at(std::uint32_t number) const;

  std::shared_ptr<const FacetColumn> column_;
  std::vector<std::uint32_t> counts_;        // By number of a name.
  std::vector<std::uint32_t> group_counts_;  // By number of a group.
};

/// How the index shows a group of names: by its label, as the first article that has it
/// writes it, or where none has, by the name of the group that most articles have.
std::string group_label(Snapshot& snapshot, std::uint32_t group);

/// The facet names of an article as entities: each once, by its label where several
/// spellings are one, else as the article writes it; hidden names left out.
std::vector<NameCount> entity_names(Snapshot& snapshot,
                                    const AnnotatedArticle& article);

}  // namespace dateline
