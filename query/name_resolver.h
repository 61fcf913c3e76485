// Which names of an index a query means by `person:Lavrov`.

#pragma once

#include <dateline/fields.h>
#include <dateline/name.h>

#include <cstddef>
#include <string>
#include <vector>

#include "query/snapshot.h"

namespace dateline {

/// The names that a name field asks for.
struct ResolvedNames {
  struct Found {
    Name name;              ///< Its text is folded.
    std::size_t count = 0;  ///< Articles that have it.
  };

  std::vector<Found> names;  ///< By falling count, then by name.
  std::size_t left_out = 0;  ///< Found as well, but beyond what one query may ask for.
};

/// Finds the names in the index that `text` means under a kName field. Several words
/// are a whole name. A single word is, of people, the last word of a name, or where
/// none ends so any word of it; of the other kinds a whole name, or where there is none
/// any word of a name.
ResolvedNames resolve_names(Snapshot& snapshot, Field field, const std::string& text);

/// Whether a text is a name of any kind in the index.
bool is_known_name(const Snapshot& snapshot, std::string_view text);

/// "Sergey Lavrov (12), Sergei Lavrov (3) and 2 more"; empty for none.
std::string describe(Snapshot& snapshot, const ResolvedNames& resolved);

}  // namespace dateline
