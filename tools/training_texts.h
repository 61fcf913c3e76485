// What a model of names is trained on, out of labelled articles.

#pragma once

#include <dateline/name_model.h>

#include <vector>

#include "corpus_arguments.h"
#include "tools/corpora/labelled_article.h"

namespace dateline::cli {

/// The running text of an article with its names; what its headline names tells a
/// tagger of sentences nothing.
LabelledText training_text(corpora::LabelledArticle article);

/// Those of all corpora. A corpus that is named several times counts for as many.
std::vector<LabelledText> training_texts(std::vector<NamedCorpus> corpora);

}  // namespace dateline::cli
