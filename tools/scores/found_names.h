// What the library finds in a labelled article, in the form of its labels.

#pragma once

#include <dateline/annotate.h>

#include <vector>

#include "tools/corpora/labelled_article.h"

namespace dateline::scores {

/// The names that annotate() finds, ordered as labels are; `entity` is the name as
/// linked inside the article. An article of tokens is one running text; any other is
/// an article with a title and regions, as an index has it. A person of whom only a
/// lone surname is known gives no facet. `finder` may be null, as in AnnotateOptions.
std::vector<corpora::LabelledMention> find_names(
    const corpora::LabelledArticle& article, const NameFinder* finder = nullptr);

}  // namespace dateline::scores
