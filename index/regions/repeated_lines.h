// Lines that a source prints under many of its articles: what no single page can tell.

#pragma once

#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::regions {

/// From this many articles of one source on a line is its furniture.
inline constexpr std::size_t kManyArticles = 5;

/// A line of a body that a source may print under other articles, too.
struct RepeatableLine {
  std::size_t begin = 0;  ///< Bytes [begin, end) of the body, without blanks around.
  std::size_t end = 0;
  std::uint64_t key = 0;  ///< XXH3 of source and line: the same on every machine.
};

/// The lines of `body`, an article of `source`, that are no prose and have 8 to 160
/// bytes; a line of one or two words, which may be a subhead, only among the first two
/// or the last three lines. None where there are more than 32: that is a page of
/// tables. Linear time.
std::vector<RepeatableLine> repeatable_lines(std::string_view source,
                                             std::string_view body);

/// Makes furniture of `lines`, in order, where `spans`, the regions of `body`, have
/// them as text that gives facets.
void mark_furniture(std::vector<RegionSpan>& spans, std::string_view body,
                    std::span<const RepeatableLine> lines);

}  // namespace dateline::regions
