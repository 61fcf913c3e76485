// Looking for a document in a list of numbers, from where the last one was found.

#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <span>

namespace dateline {

/// The place of the first number from `docid` on, at `at` or behind: by steps that
/// double, and between the last two by halves.
inline std::size_t seek_docid(std::span<const Xapian::docid> docids, std::size_t at,
                              Xapian::docid docid) {
  std::size_t step = 1;
  std::size_t end = at;
  while (end < docids.size() && docids[end] < docid) {
    at = end + 1;
    end += step;
    step *= 2;
  }
  const auto first = docids.begin() + static_cast<std::ptrdiff_t>(at);
  const auto last =
      docids.begin() + static_cast<std::ptrdiff_t>(std::min(end, docids.size()));
  return static_cast<std::size_t>(std::lower_bound(first, last, docid) -
                                  docids.begin());
}

}  // namespace dateline
