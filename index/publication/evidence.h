// What one source of evidence says of the day on which an article appeared.

#pragma once

#include <dateline/date.h>

#include <string>

namespace dateline::publication {

/// Evidence for a day, as far as it is known; Date{}: none.
struct Evidence {
  Date date{};
  double confidence = 0;  ///< 0 to 1.
  std::string reason{};   ///< A sentence.

  explicit operator bool() const { return static_cast<bool>(date); }
};

/// A first or last day that the article may have appeared on; Date{}: none.
struct Bound {
  Date day{};
  std::string reason{};  ///< A sentence.

  explicit operator bool() const { return static_cast<bool>(day); }
};

}  // namespace dateline::publication
