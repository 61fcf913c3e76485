// Links across articles against labels that say who is meant in all of them.

#pragma once

#include <array>
#include <string>
#include <vector>

#include "tools/corpora/labelled_article.h"
#include "tools/scores/coreference.h"

namespace dateline::scores {

/// B-cubed over pairs of an article and a name that it has, as the index keeps it.
struct EntityLinkScores {
  std::array<ClusterScore, kNameKinds.size()> by_kind{};
  ClusterScore all{};
  std::vector<std::string> wrong{};  ///< Entities that mix or split what labels name.
};

/// Links the labelled mentions inside each article, indexes the names that result, and
/// compares the index's entities with the labels' links. A name stands for the link
/// that most of its mentions have; mentions without one, and demonyms, are left out.
/// Throws Error.
EntityLinkScores score_entity_links(
    const std::vector<corpora::LabelledArticle>& articles);

}  // namespace dateline::scores
