// The names of an article as its facets show them, each once.

#pragma once

#include <array>
#include <span>

#include "tools/corpora/labelled_article.h"
#include "tools/scores/tally.h"

namespace dateline::scores {

/// One kind of name.
struct FacetTallies {
  Tally all{};
  Tally repeated{};  ///< Only values with two mentions or more.
  /// Those, right or met whatever the mentions on the other side.
  TwoSidedTally repeated_at_all{};
};

/// Scores the sets of distinct names of articles, by kind. Only mentions that give
/// facets count: no demonyms, and nothing in furniture and references.
///
/// Where the corpus says who is meant, a gold value is an entity, and a value that was
/// found stands for the entity that at least half of its mentions overlap, if that is
/// of its kind; of two values that stand for one entity the second is wrong. Elsewhere
/// values are the surfaces of mentions, without regard to case. `repeated` looks at
/// values with two mentions or more, found and gold alike: a value found twice that is
/// labelled once is wrong. `repeated_at_all` takes that for right: its precision is of
/// values found twice or more, its recall of those labelled twice or more.
struct FacetScores {
  std::array<FacetTallies, kNameKinds.size()> by_kind{};

  void add(const corpora::LabelledArticle& article,
           std::span<const corpora::LabelledMention> found, bool has_entities);

  /// Of all kinds together.
  FacetTallies total() const;
};

/// Whether labels of the articles say who is meant.
bool marks_entities(std::span<const corpora::LabelledArticle> articles);

}  // namespace dateline::scores
