// What stands beside a word tells of it wherever else the text has it, as Chieu and Ng
// found ("Named Entity Recognition: A Maximum Entropy Approach Using Global
// Information", 2002).

#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::names::crf {

class Context;

/// What stands beside a word somewhere in the text; a set of them is an `or`.
enum Cue : std::uint16_t {
  kAfterTitle = 1u << 0,       ///< "President X"
  kAfterGivenName = 1u << 1,   ///< "Anna X"
  kAfterInitial = 1u << 2,     ///< "J. X"
  kAfterLocative = 1u << 3,    ///< "in X"
  kAfterSpeech = 1u << 4,      ///< "said X"
  kAfterThe = 1u << 5,         ///< "the X"
  kBeforeSpeech = 1u << 6,     ///< "X said"
  kBeforeOrgHead = 1u << 7,    ///< "X Bank", "X Inc"
  kBeforePlaceHead = 1u << 8,  ///< "X River", "X province"
  kBeforeThingHead = 1u << 9,  ///< "X Treaty"
  kBeforeBusiness = 1u << 10,  ///< "X shares"
  kBeforeAge = 1u << 11,       ///< "X, 41,"
  kInBrackets = 1u << 12,      ///< "(X)"
  kPossessive = 1u << 13,      ///< "X's"
  kInOrgRun = 1u << 14,        ///< "X of Y Bank": the capitals end so.
  kInPersonRun = 1u << 15,     ///< "Anna X Y": the capitals begin so.
};

/// The cues of one token.
std::uint16_t find_cues(const Context& context, std::size_t token);

/// The cues of every word of a run of capitals, tokens [first, last].
std::uint16_t find_run_cues(const Context& context, std::size_t first,
                            std::size_t last);

}  // namespace dateline::names::crf
