// Which entities of an index a query means by `person:Lavrov`.

#pragma once

#include <dateline/fields.h>
#include <dateline/name.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/snapshot.h"

namespace dateline {

/// The entities that a name field asks for.
struct ResolvedNames {
  struct Entity {
    NameKind kind = NameKind::kPerson;
    std::vector<std::string> names{};  ///< Those that the index has, folded; the label
                                       ///< first, where it has it.
    std::size_t count = 0;             ///< Articles that have any of them.
  };

  std::vector<Entity> entities;  ///< By falling count, then by name.
  std::size_t left_out = 0;      ///< Found as well, but beyond what one query may ask.
};

/// Finds the entities that `text` means under a kName field. Several words are a whole
/// name. A single word is, of people, the last word of a name, or where none ends so
/// any word of it; of the other kinds a whole name, or where there is none any word of
/// a name. An entity is meant when one of its names is, and then with all of them.
ResolvedNames resolve_names(Snapshot& snapshot, Field field, const std::string& text);

/// The kinds of names that a kName field asks for.
std::span<const NameKind> name_kinds(Field field);

/// Whether a text is a name of any kind in the index.
bool is_known_name(const Snapshot& snapshot, std::string_view text);

/// "Sergei Lavrov / Sergey Lavrov (15), Evgeny Lavrov (3) and 2 more"; empty for none.
std::string describe(Snapshot& snapshot, const ResolvedNames& resolved);

}  // namespace dateline
