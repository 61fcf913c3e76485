// What a text is about, as far as it tells the kinds of its names: "Galway" is a team
// where there are goals, and a place where there are patients.

#pragma once

#include <cstdint>
#include <span>

#include "index/names/tokens.h"

namespace dateline::names::crf {

/// The values are part of the model's format.
enum class Topic : std::uint8_t {
  kNone,
  kSport,
  kBusiness,
  kConflict,
  kScience,
  kCount
};

/// The topic whose words the text has most of, if it has enough of them. Linear time.
Topic find_topic(std::span<const Token> tokens);

}  // namespace dateline::names::crf
