// Entities, as people and spreadsheets read them.

#pragma once

#include <dateline/name.h>
#include <dateline/results.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.h"

namespace dateline::cli {

/// The entities of one kind.
struct KindOfNames {
  NameKind kind = NameKind::kPerson;
  EntityList list;
};

/// "Sergei Lavrov 300, Sergey Lavrov 71": spellings, the most frequent first.
std::string spellings_text(const std::map<std::string, std::size_t>& spellings);

/// A block a kind, a line an entity: "Sergei Lavrov (371): Sergei Lavrov 300, ...".
std::string names_text(const std::vector<KindOfNames>& kinds, const Terminal& terminal);

/// The verdict, and the evidence with its points.
std::string link_text(const LinkExplanation& link, const Terminal& terminal);

/// What a correction (`action`: merge, split, forget) of `names` has made of them, and
/// how it is taken back.
std::string changed_text(std::string_view action, NameKind kind,
                         const std::vector<Entity>& now,
                         const std::vector<std::string>& names,
                         const Terminal& terminal);

/// "Linked 1,234 names, of 1,000 entities."
std::string relinked_text(const IndexInfo& info);

/// "1,000 entities".
std::string entities_count(const IndexInfo& info);

/// Column names, then a line a spelling.
std::string names_csv(const std::vector<KindOfNames>& kinds);

}  // namespace dateline::cli
