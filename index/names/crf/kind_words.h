// Plain nouns that tell the kind of the name beside them: "the ferry X", "the village
// of X", "X, a lender", "X is a vaccine".

#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::names::crf {

class Context;

/// What plain words around a run of capitals tell of it; a set of them is an `or`.
enum KindCue : std::uint32_t {
  kOrgNounBefore = 1u << 0,     ///< "the lender X"
  kPlaceNounBefore = 1u << 1,   ///< "the village of X"
  kThingNounBefore = 1u << 2,   ///< "the ferry X", "a bug called X"
  kPersonNounBefore = 1u << 3,  ///< "the goalkeeper, X"
  kOrgNounAfter = 1u << 4,      ///< "X party"
  kPlaceNounAfter = 1u << 5,    ///< "X reservoir"
  kThingNounAfter = 1u << 6,    ///< "X missiles"
  kPersonNounAfter = 1u << 7,   ///< "X fullback"
  kIsOrg = 1u << 8,             ///< "X, a lender", "X is a lender"
  kIsPlace = 1u << 9,           ///< "X, a village"
  kIsThing = 1u << 10,          ///< "X, a vaccine"
  kIsPerson = 1u << 11,         ///< "X, a lawyer"
  kInQuotes = 1u << 12,         ///< Nothing but the run stands between the marks.
  kBeforeWho = 1u << 13,        ///< "X, who"
  kBeforeWhich = 1u << 14,      ///< "X, which"
  kBeforeWhere = 1u << 15,      ///< "X, where"
  kBeforeResult = 1u << 16,     ///< "X beat"
  kAfterResult = 1u << 17,      ///< "beat X"
  kPeopleOf = 1u << 18,         ///< "founder of X", "shares in X"
  kDidBusiness = 1u << 19,      ///< "X acquired", "X declined"
};
inline constexpr std::size_t kKindCues = 20;

/// The cues of a run of capitals, tokens [first, last].
std::uint32_t find_kind_cues(const Context& context, std::size_t first,
                             std::size_t last);

}  // namespace dateline::names::crf
