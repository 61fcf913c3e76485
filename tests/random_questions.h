// Random queries over the whole language.

#pragma once

#include <dateline/searcher.h>

#include <random>
#include <vector>

#include "tests/question.h"
#include "tests/random_articles.h"

namespace dateline::oracle {

Question random_question(const Vocabulary& vocabulary, std::mt19937& random);

/// Facet values that are asked for beside a query, at times several of one kind.
std::vector<FacetFilter> random_filters(const Vocabulary& vocabulary,
                                        std::mt19937& random);

}  // namespace dateline::oracle
