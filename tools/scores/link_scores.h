// Who is meant by each mention of an article: links inside it against labels.

#pragma once

#include <array>
#include <optional>
#include <vector>

#include "tools/corpora/labelled_article.h"
#include "tools/scores/coreference.h"

namespace dateline::scores {

/// The mentions of `article` that have an entity, with `entity` replaced by the name
/// that link_mentions() gives them; in their order.
std::vector<corpora::LabelledMention> link_labels(
    const corpora::LabelledArticle& article);

/// Scores of the mentions of one kind.
struct LinkScores {
  ClusterScore b_cubed{}, muc{}, ceaf_e{};

  /// B-cubed of the mentions that annotate() finds: one that is not exactly a label's
  /// span is wrong, as is a label that is not found.
  ClusterScore found_b_cubed{};
};

/// Sums over articles. Mentions whose label does not say who is meant, and demonyms,
/// are left out.
struct DocumentLinkScores {
  std::array<LinkScores, kNameKinds.size()> by_kind{};
  LinkScores all{};

  void add(const corpora::LabelledArticle& article);
};

}  // namespace dateline::scores
