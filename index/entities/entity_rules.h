// Corrections by hand of which names are one entity. They win over everything that is
// computed, and outlast it.

#pragma once

#include <dateline/name.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::entities {

/// A set of corrections without contradictions: of two that contradict each other, the
/// one given later stands. Names that an index does not have (yet) are allowed.
class EntityRules {
 public:
  /// Two names of a kind, folded; the lesser in the order of bytes first.
  struct Merge {
    NameKind kind = NameKind::kPerson;
    std::string a{};
    std::string b{};

    friend auto operator<=>(const Merge&, const Merge&) = default;
  };

  /// Makes `a` and `b` one entity, with all that is merged with either; takes back a
  /// split of either. Texts are folded here. Throws Error kInvalidArgument when the
  /// names are the same or one is empty.
  void merge(NameKind kind, std::string_view a, std::string_view b);

  /// Makes `name` stand alone, as an entity of its own; takes back all merges of it.
  /// Throws Error kInvalidArgument when the name is empty.
  void split(NameKind kind, std::string_view name);

  /// Takes back what is said of `name`: it is left to the computation again. False:
  /// nothing was said of it.
  bool forget(NameKind kind, std::string_view name);

  /// Adds corrections, as if given after these.
  void add(const EntityRules& later);

  const std::set<Merge>& merges() const { return merges_; }
  const std::set<Name>& splits() const { return splits_; }
  bool is_split(NameKind kind, std::string_view folded) const;
  bool empty() const { return merges_.empty() && splits_.empty(); }

  /// A line each, tabs between: `merge person sergei lavrov sergey lavrov`, `split
  /// person paul whelan`; in a fixed order. Empty for no rules.
  std::string encode() const;

  /// Reads encode(), and what people wrote in that form: names need not be folded,
  /// empty lines and lines that begin with # are skipped, later lines win. Throws Error
  /// kCorrupt with the number of the first line that is none of these.
  static EntityRules decode(std::string_view text);

  friend bool operator==(const EntityRules&, const EntityRules&) = default;

 private:
  std::set<Merge> merges_;
  std::set<Name> splits_;
};

}  // namespace dateline::entities
