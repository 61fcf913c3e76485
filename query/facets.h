// Counts the values of all matching articles, kind by kind.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/entity_table.h"
#include "query/facet_columns.h"
#include "query/name_counts.h"
#include "query/snapshot.h"

namespace dateline {

/// A kind of facet as the caller named it.
struct FacetKind {
  ColumnKind column = ColumnKind::kNames;
  NameKind name = NameKind::kPerson;          ///< For kNames.
  DatePrecision unit = DatePrecision::kNone;  ///< For dates; kNone: one that fits.

  /// "person", "published:month".
  std::string to_string() const;

  /// True when filters on `other` are filters on this kind: dates of any unit are one.
  bool same_field(const FacetKind& other) const {
    return column == other.column &&
           (column != ColumnKind::kNames || name == other.name);
  }
};

/// Reads "person", "published", "published:month". Throws Error kInvalidArgument, with
/// a list of all kinds.
FacetKind parse_facet_kind(std::string_view text);

/// The articles that have a value; of a name, by every spelling that `entities` link to
/// it. Throws Error kInvalidArgument when `value` can be none of the kind: a date that
/// is none.
Xapian::Query facet_query(const FacetKind& kind, const std::string& value,
                          const entities::EntityTable& entities);

/// The articles that have any of these names, folded.
Xapian::Query names_query(NameKind kind, std::span<const std::string_view> names);

/// How the index shows a name, given folded, or a metadata value, given as its schema
/// term: as the first article that has it writes it, whatever was asked.
std::string name_label(Snapshot& snapshot, NameKind kind, std::string_view name);
std::string metadata_label(Snapshot& snapshot, ColumnKind kind,
                           const std::string& term);

/// Counts over one set of documents. Belongs to one thread; lives no longer than the
/// operation on `snapshot` that it is part of.
class FacetCounter {
 public:
  /// `docids`: the documents, in any order, each once.
  FacetCounter(Snapshot& snapshot, std::vector<Xapian::docid> docids);

  /// The values of a kind; at most `limit` names or metadata values (0: all), dates
  /// within the same bound but no less than some hundreds.
  Facet count(const FacetKind& kind, std::size_t limit);

  /// The counts of all names. Live as long as the counter.
  const NameCounts& names();

 private:
  // A column, and how many documents have each of its numbers.
  struct Counted {
    std::shared_ptr<const FacetColumn> column;
    bool by_docid = false;  // Rows are documents, not places in docids_.
    std::vector<std::uint32_t> counts;
  };

  std::shared_ptr<const FacetColumn> column(ColumnKind kind, bool& by_docid);
  const Counted& counted(ColumnKind kind);
  std::vector<std::uint32_t> rows(const Counted& counted) const;

  Facet count_names(const FacetKind& kind, std::size_t limit);
  Facet count_metadata(const FacetKind& kind, std::size_t limit);
  Facet count_dates(FacetKind kind, std::size_t limit);

  Snapshot& snapshot_;
  std::vector<Xapian::docid> docids_;
  std::array<Counted, kColumnKinds> counted_;  // But for names.
  NameCounts names_;
};

}  // namespace dateline
