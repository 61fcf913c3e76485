// What each line of an article is: body, subhead, furniture, reference …

#pragma once

#include <dateline/annotate.h>

#include <string_view>
#include <vector>

namespace dateline::regions {

/// Marks the lines of `body`, the text of an article called `title`; paragraphs, where
/// it is wrapped to a page. The spans are in order, each ends at a line end, and
/// together they cover `body`. Linear time.
std::vector<RegionSpan> find_regions(std::string_view title, std::string_view body);

}  // namespace dateline::regions
