// The entities of an index, listed and explained.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>

#include <optional>
#include <string_view>

#include "query/snapshot.h"

namespace dateline {

/// As Searcher::entities() tells.
EntityList list_entities(Snapshot& snapshot, const EntityOptions& options);

/// As Searcher::entity() tells.
std::optional<Entity> find_entity(Snapshot& snapshot, NameKind kind,
                                  std::string_view name);

/// As Searcher::why_linked() tells.
LinkExplanation explain_link(Snapshot& snapshot, NameKind kind, std::string_view a,
                             std::string_view b);

}  // namespace dateline
