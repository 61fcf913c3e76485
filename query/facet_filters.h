// The facet values that articles must have, beside what the query says.

#pragma once

#include <dateline/searcher.h>
#include <xapian.h>

#include <optional>
#include <span>
#include <vector>

#include "query/facets.h"
#include "query/snapshot.h"
#include "query/word_tree.h"

namespace dateline {

/// Throws Error kInvalidArgument for an unknown kind or an impossible value, whatever
/// the index holds.
void check_filters(std::span<const FacetFilter> filters);

/// Chosen values: those of one field are alternatives, and one of each field must be
/// there (multi-select).
class FacetFilters {
 public:
  /// The values of one field: any of them.
  struct Group {
    FacetKind kind;
    std::vector<Xapian::Query> values;

    Xapian::Query any() const {
      return {Xapian::Query::OP_OR, values.begin(), values.end()};
    }
  };

  /// Throws as check_filters().
  FacetFilters(std::span<const FacetFilter> filters, Snapshot& snapshot);

  const std::vector<Group>& groups() const { return groups_; }

  /// Whether values of this kind are chosen.
  bool has(const FacetKind& kind) const;

  /// `query` within all filters, but for those on the field of `except`.
  Xapian::Query apply(const Xapian::Query& query,
                      const FacetKind* except = nullptr) const;

  /// The same by words, where they can be told so.
  std::optional<WordQuery> apply(const std::optional<WordQuery>& words,
                                 const FacetKind* except = nullptr) const;

 private:
  std::vector<Group> groups_;
};

}  // namespace dateline
