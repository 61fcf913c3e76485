// Which part of a text to show: near what matched, cut where sentences or words end.

#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "query/text_matches.h"

namespace dateline {

/// Bytes [begin, end) of a text, on character borders.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;  ///< Text of the same stretch was left out before it,
  bool cut_after = false;   ///< or after it.

  friend bool operator==(const Passage&, const Passage&) = default;
};

/// A part of a text within which a passage must stay.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The passage of about `length` bytes, within one of `stretches` of `text`, whose
/// matches show most of the distinct wanted things, then most matches, then the first.
/// Without matches the start of the first stretch that is not blank. `matches` by
/// `begin`. Time is linear in `matches` and in the bytes around the passage.
Passage best_passage(std::string_view text, std::span<const Stretch> stretches,
                     std::span<const TextMatch> matches, std::size_t length);

}  // namespace dateline
