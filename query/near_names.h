// Names that look like what was typed, for "did you mean".

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/snapshot.h"

namespace dateline {

/// Letters to insert, delete, change or swap with their neighbour (optimal string
/// alignment) to make `b` of `a`, in bytes; more than `most`, by any amount, where it
/// takes more than that. Time is linear in the shorter one times `most`.
std::size_t edits_between(std::string_view a, std::string_view b, std::size_t most);

/// Names of the index, as it shows them, that are a few letters away from `text`, or
/// that end, of people, with a word which is; of one entity only the nearest. Nearest
/// first, then by falling count. Looks at every name of `kinds`.
std::vector<std::string> near_names(Snapshot& snapshot, std::span<const NameKind> kinds,
                                    std::string_view text, std::size_t most);

/// How a sentence about an unknown name ends: "; did you mean A, B or C?", or "." where
/// no name is near.
std::string did_you_mean(Snapshot& snapshot, std::span<const NameKind> kinds,
                         std::string_view text);

}  // namespace dateline
