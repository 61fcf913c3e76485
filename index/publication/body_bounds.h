// Between which days an article appeared, by the dates that its text speaks of: time
// expressions are constraints on the date (Chambers 2012, "Labeling documents with
// timestamps").

#pragma once

#include <dateline/annotate.h>

#include <span>
#include <string_view>

#include "index/publication/evidence.h"

namespace dateline::publication {

struct BodyBounds {
  Bound not_before{};  ///< The latest date that the text speaks of as past.
  Bound not_after{};   ///< The earliest one that it says will be.
};

/// `dates` are those of `body`, found without a reference day. Linear time.
BodyBounds bounds_of_dates(std::string_view body, std::span<const DateMention> dates);

}  // namespace dateline::publication
