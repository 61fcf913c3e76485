// Exact matches: the same span, of the same kind.

#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "tools/corpora/labelled_article.h"
#include "tools/scores/tally.h"

namespace dateline::scores {

/// The four kinds, and demonyms. Where a corpus marks no demonym as one, they are
/// things: CoNLL's MISC has them.
enum class SpanLabel { kPerson, kOrg, kPlace, kThing, kDemonym };
inline constexpr std::size_t kSpanLabels = 5;

/// "person", ..., "demonym".
std::string_view to_string(SpanLabel label);

/// A name as it is compared: tokens [begin, end) of the article where the corpus has
/// tokens, every token counting that the mention overlaps; else its bytes.
struct LabelledSpan {
  bool in_body = true;
  std::size_t begin = 0;
  std::size_t end = 0;
  SpanLabel label = SpanLabel::kPerson;

  friend auto operator<=>(const LabelledSpan&, const LabelledSpan&) = default;

  bool same_place(const LabelledSpan& other) const {
    return in_body == other.in_body && begin == other.begin && end == other.end;
  }
};

/// The spans of `mentions`, labels or found names, in order, each once.
std::vector<LabelledSpan> spans_of(const corpora::LabelledArticle& article,
                                   std::span<const corpora::LabelledMention> mentions,
                                   bool has_demonyms);

/// Whether any label of the articles is a demonym.
bool marks_demonyms(std::span<const corpora::LabelledArticle> articles);

/// Exact matches as CoNLL counts them: Tjong Kim Sang and De Meulder, "Introduction to
/// the CoNLL-2003 Shared Task" (2003).
struct SpanScores {
  std::array<Tally, kSpanLabels> by_label{};
  Tally typed{};    ///< All labels together: the F1 of CoNLL.
  Tally untyped{};  ///< Only the place counts.

  /// Both in order, each span once.
  void add(std::span<const LabelledSpan> gold, std::span<const LabelledSpan> found);
};

}  // namespace dateline::scores
