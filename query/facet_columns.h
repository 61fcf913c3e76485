// The values of one slot by document, as numbers in flat arrays: what facets count.

#pragma once

#include <dateline/date.h>
#include <dateline/name.h>
#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/entities/entity_table.h"
#include "query/deadline.h"
#include "query/name_list.h"
#include "query/string_table.h"

namespace dateline {

class Snapshot;

/// What a column holds.
enum class ColumnKind {
  kNames,
  kSource,
  kAuthors,
  kTopics,
  kLanguage,
  kPublished,
  kMentioned
};

inline constexpr std::size_t kColumnKinds = 7;

/// For each row the numbers of its values, and what each number stands for. Immutable
/// once built: safe to share between threads.
struct FacetColumn {
  /// Row r has values[starts[r]] to values[starts[r + 1] - 1]; rows beyond have none.
  /// A row may have a value more than once.
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> values;

  /// What the numbers stand for, by kind of column: names of the kinds in order (those
  /// of kind k from first_name[k] on), dates as periods of days in order, or schema
  /// terms of metadata.
  std::array<std::shared_ptr<const NameList>, kNameKinds.size()> names{};
  std::array<std::uint32_t, kNameKinds.size() + 1> first_name{};
  std::vector<DateRange> periods;
  StringTable terms;

  /// For kNames: what `entities` makes of each name, by its number: a group, or one of
  /// these two. `members` are all pairs of a group and a number, ordered.
  static constexpr std::uint32_t kAlone = entities::EntityTable::kNoGroup;
  static constexpr std::uint32_t kHidden = kAlone - 1;
  std::shared_ptr<const entities::EntityTable> entities;
  std::vector<std::uint32_t> groups;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;

  /// The number of a name's kind, and the name, folded.
  std::size_t kind_of(std::uint32_t number) const;
  std::string_view name(std::uint32_t number) const;

  /// How many numbers there are.
  std::size_t distinct() const;

  std::span<const std::uint32_t> row(std::size_t r) const {
    if (r + 1 >= starts.size()) return {};
    return std::span(values).subspan(starts[r], starts[r + 1] - starts[r]);
  }
};

/// The names of an index, by kind, and which of them are one entity.
struct KnownNames {
  std::array<std::shared_ptr<const NameList>, kNameKinds.size()> lists{};
  std::shared_ptr<const entities::EntityTable> entities;
};

/// The column of all documents: row d is document d. Time is linear in the documents.
/// `names` are those of the index, for kNames. Throws TimeIsUp.
FacetColumn build_column(const Xapian::Database& database, ColumnKind kind,
                         const KnownNames& names, const Deadline& deadline = {});

/// The column of some documents: row i is docids[i]. Time is linear in `docids`.
/// `entities` is needed for kNames. Throws TimeIsUp at the deadline of `snapshot`.
FacetColumn build_column_of(
    const Snapshot& snapshot, ColumnKind kind, std::span<const Xapian::docid> docids,
    const std::shared_ptr<const entities::EntityTable>& entities);

/// The metadata of one document's slot, as written.
std::vector<std::string> slot_strings(ColumnKind kind, std::string_view value);

/// The schema term of a metadata value.
std::string metadata_term(ColumnKind kind, std::string_view value);

/// The slot of a column.
Xapian::valueno column_slot(ColumnKind kind);

}  // namespace dateline
