// Counts the values of all matching articles, kind by kind.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/column_view.h"
#include "query/name_counts.h"
#include "query/snapshot.h"
#include "query/typical_values.h"

namespace dateline {

/// A kind of facet as the caller named it.
struct FacetKind {
  ColumnKind column = ColumnKind::kNames;
  NameKind name = NameKind::kPerson;   ///< For kNames.
  std::optional<CalendarUnit> unit{};  ///< For dates; nullopt: one that fits.

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

/// A kind, and how many of its values are asked for.
struct AskedFacet {
  FacetKind kind;
  std::optional<std::size_t> limit{};  ///< nullopt: it was not said. 0: all.
};

/// Reads "person", "person:5", "published:month:12". Throws as parse_facet_kind().
AskedFacet parse_facet(std::string_view text);

/// Throws Error kInvalidArgument when `value` can be none of the kind: a date that is
/// none.
void check_facet_value(const FacetKind& kind, const std::string& value);

/// The articles that have a value; of a name, by every spelling of its entity; of
/// dates, by whatever lies within. Throws as check_facet_value().
Xapian::Query facet_query(const FacetKind& kind, const std::string& value,
                          Snapshot& snapshot);

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
  /// `docids`: the documents, in any order, each once. Of `options` those count that
  /// begin with facet_; they must outlive this.
  FacetCounter(Snapshot& snapshot, std::vector<Xapian::docid> docids,
               const SearchOptions& options);

  Facet count(const AskedFacet& asked);

  /// The counts of all names. Live as long as the counter.
  const NameCounts& names();

 private:
  // A column, and how many documents have each of its numbers.
  struct Counted {
    ColumnView view;
    std::vector<std::uint32_t> counts;
  };

  // What is to be known of the values of a kind, by their places in a list.
  struct ValueSource {
    std::function<bool(std::uint32_t, std::uint32_t)> before;  // Of equal rank.
    std::function<std::size_t(std::uint32_t)> in_index;        // Articles.
    std::function<Xapian::Query(std::uint32_t)> query;         // All that have it.
    std::function<FacetValue(const CountedValue&)> value;
  };

  const Counted& counted(ColumnKind kind);
  std::vector<TypicalValue> most_typical(std::vector<CountedValue> found,
                                         std::size_t limit,
                                         const ValueSource& source) const;
  Facet ranked(const FacetKind& kind, std::size_t limit,
               std::vector<CountedValue> found, const ValueSource& source) const;

  Facet count_names(const FacetKind& kind, std::size_t limit);
  Facet count_metadata(const FacetKind& kind, std::size_t limit);
  Facet count_dates(FacetKind kind, std::size_t limit);  // 0: all with articles.

  Snapshot& snapshot_;
  const SearchOptions& options_;
  std::vector<Xapian::docid> docids_;
  std::array<Counted, kColumnKinds> counted_;  // But for names.
  NameCounts names_;
};

}  // namespace dateline
