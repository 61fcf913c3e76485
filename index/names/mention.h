// A name that was found in a text, before it is known whose name it is.

#pragma once

#include <dateline/name.h>

#include "index/names/lexicon.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Tokens [first, last) of a text, taken for a name.
struct Mention {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NameKind kind = NameKind::kPerson;
  const KnownName* known = nullptr;    ///< Its entry in the lists, of the same kind.
  const KnownName* country = nullptr;  ///< Whose office it is: "foreign ministry" of
                                       ///< "Russia's foreign ministry".
  double score = 1.0;
  /// As NameSpan's, of what the model found as a whole; else 0.
  std::array<std::int32_t, kNameKinds.size()> lags{};
  std::uint16_t lists = 0;
  std::uint32_t kind_cues = 0;
  std::string_view why{};       ///< "title"; static text.
  std::string_view evidence{};  ///< "Secretary of State"; a part of the text.
};

/// Sorts mentions, those that are equal as they stand. Most are in order already, and
/// then none is moved.
template <class Less>
void sort_mentions(std::vector<Mention>& mentions, Less less) {
  if (!std::is_sorted(mentions.begin(), mentions.end(), less))
    std::stable_sort(mentions.begin(), mentions.end(), less);
}

}  // namespace dateline::names
