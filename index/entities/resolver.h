// From names to entities: which names of an index are one, by the evidence of names
// and of the articles they stand in.
//
// The result depends on the articles alone, not on their order: pairs are decided by
// falling points, each against all names already brought together, so that no chain of
// likenesses unites what is not alike (complete linkage under constraints).

#pragma once

#include <dateline/name.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/entity_rules.h"
#include "index/entities/entity_table.h"
#include "index/entities/evidence.h"
#include "index/entities/name_statistics.h"

namespace dateline::entities {

/// Resolves all names of `source`. Time is n log n in the names and linear in the
/// articles; memory is linear in the names.
EntityTable resolve(const NameSource& source, const EntityRules& rules);

/// The same table, computed from one that was right `before`: `changed` are the names
/// (folded) of all articles that came or went since then, and all that rules were made
/// or taken back for. Only what they may have an influence on is decided anew.
EntityTable resolve_changed(const NameSource& source, const EntityRules& rules,
                            const EntityTable& before, std::span<const Name> changed);

/// Why two names are one entity, or are not.
struct Explanation {
  bool one_entity = false;
  std::vector<Evidence> evidence{};  ///< In the order in which it was weighed.
  std::string verdict{};             ///< One sentence.
};

/// Explains what resolve() decides about two names, folded. Names that `source` does
/// not have are said to be missing. Takes about as long as resolve_changed().
Explanation explain(const NameSource& source, const EntityRules& rules, NameKind kind,
                    std::string_view a, std::string_view b);

}  // namespace dateline::entities
