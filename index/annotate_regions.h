// annotate() in two steps, for those who know more of the regions than the text tells.

#pragma once

#include <dateline/annotate.h>

#include <vector>

namespace dateline {

/// annotate() of an article whose regions are `regions`: as find_regions() gives them,
/// or with others in their place.
AnnotatedArticle annotate(Article article, std::vector<RegionSpan> regions,
                          Reasons reasons, const NameFinder* finder);

}  // namespace dateline
