// Which names are one entity: "Sergei Lavrov" and "Sergey Lavrov" one person.
//
// Articles store names, which are facts; that two names are one entity is an opinion,
// kept apart from them in one table of the index, applied when counting and asking, and
// replaced as a whole when it is computed anew. Names that stand alone have no entry.
//
//   const auto table = EntityTable::decode(database.get_metadata(...));
//   const auto entry = table.find(NameKind::kPerson, "sergei lavrov");
//   if (entry.group != EntityTable::kNoGroup) use(table.label(entry.group));

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/entity_rules.h"

namespace dateline::entities {

/// Names of one kind that are one entity. Texts are folded, as text::fold() does.
struct EntityGroup {
  NameKind kind = NameKind::kPerson;
  std::vector<std::string> names{};  ///< Two or more; the first is its label.

  friend bool operator==(const EntityGroup&, const EntityGroup&) = default;
};

/// The groups of an index, and the names that are no facet. Immutable: safe to share
/// between threads. The order in which groups and names were given leaves no trace.
class EntityTable {
 public:
  static constexpr std::uint32_t kNoGroup = 0xFFFF'FFFF;

  /// What the table says of a name; of most names nothing.
  struct Entry {
    std::uint32_t group = kNoGroup;
    bool hidden = false;  ///< A lone surname, of nobody that could be told: no facet.
  };

  EntityTable() = default;

  /// Groups of a single name are left out, but for what they say against hiding.
  /// A name is hidden only where it is in no group. Throws Error kInvalidArgument when
  /// a name is in two groups.
  EntityTable(std::vector<EntityGroup> groups, std::vector<Name> hidden);

  /// How many groups there are; they are numbered from 0: by kind, then by the first of
  /// their names in the order of bytes.
  std::size_t size() const { return kinds_.size(); }
  bool empty() const { return by_id_.empty(); }

  NameKind kind(std::uint32_t group) const { return kinds_[group]; }

  /// The name that stands for all of the group.
  std::string_view label(std::uint32_t group) const { return text(begins_[group]); }

  /// All names of the group: its label, then the others in the order of bytes.
  std::vector<std::string_view> names(std::uint32_t group) const;

  /// The entry of a name by its folded text, and by its schema::name_id(). Time is
  /// logarithmic in the entries.
  Entry find(NameKind kind, std::string_view folded) const;
  Entry find(std::uint64_t name_id) const;

  /// The names that are no facet, by kind and bytes.
  std::vector<Name> hidden() const;

  /// All groups, for computing a new table from this one.
  std::vector<EntityGroup> groups() const;

  /// A compact, versioned form with a checksum; equal tables have equal bytes.
  std::string encode() const;

  /// Reads encode(); an empty string is the empty table. Throws Error kCorrupt for any
  /// other bytes, and takes no more time and memory than their number warrants.
  static EntityTable decode(std::string_view bytes);

  friend bool operator==(const EntityTable& a, const EntityTable& b) {
    return a.encode() == b.encode();
  }

 private:
  struct IdEntry {
    std::uint64_t id;
    std::uint32_t name;
  };

  std::size_t name_count() const { return offsets_.size() - 1; }
  std::string_view text(std::uint32_t name) const {
    return std::string_view(bytes_).substr(offsets_[name],
                                           offsets_[name + 1] - offsets_[name]);
  }
  void add_name(NameKind kind, std::string_view text);
  std::vector<std::uint32_t> sorted_names(NameKind kind) const;
  std::string encode_names(NameKind kind) const;
  NameKind kind_of_name(std::uint32_t name) const;
  std::uint32_t group_of(std::uint32_t name) const;
  Entry entry(std::uint32_t name) const;

  // All names in one string: those of group 0, of group 1, ..., then the hidden ones.
  std::string bytes_;
  std::vector<std::uint64_t> offsets_ = {0};
  std::vector<std::uint32_t> begins_ = {0};  // By group: its first name; and the end.
  std::vector<NameKind> kinds_;              // By group.
  std::vector<NameKind> hidden_kinds_;       // By hidden name.
  std::vector<IdEntry> by_id_;               // By id.
};

/// The table of several databases searched as one: names that are one entity in any of
/// them are one, unless `rules` say otherwise, and rules that merge apply across them,
/// to names too that no table has. The label is the first that a table names.
EntityTable join_tables(std::span<const EntityTable> tables, const EntityRules& rules);

}  // namespace dateline::entities
