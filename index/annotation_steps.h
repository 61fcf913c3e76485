// annotate() step by step: for those who know more of the regions than the text tells,
// and for those with many articles. Each step goes through tables as large as the
// nearest caches: taken through one step before the next, a portion of articles reads
// them from there.

#pragma once

#include <dateline/annotate.h>

namespace dateline {

/// The dates of title and body, and the day of publication where it is not given.
/// `annotated` has its article, and its regions as find_regions() gives them, or with
/// others in their place.
void find_dates(AnnotatedArticle& annotated);

/// Likewise the names.
void find_names(AnnotatedArticle& annotated, Reasons reasons, const NameFinder* finder);

}  // namespace dateline
