#include "tools/scores/span_scores.h"

#include <algorithm>

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;
using corpora::LabelledMention;
using corpora::TokenSpan;

SpanLabel label_of(const LabelledMention& mention, bool has_demonyms) {
  if (mention.is_demonym) return has_demonyms ? SpanLabel::kDemonym : SpanLabel::kThing;
  return static_cast<SpanLabel>(mention.kind);
}

// Tokens that overlap the bytes of a mention; begin == end where there are none.
LabelledSpan token_span(const std::vector<TokenSpan>& tokens,
                        const LabelledMention& mention) {
  const auto first = std::ranges::partition_point(
      tokens, [&](const TokenSpan& token) { return token.end <= mention.begin; });
  const auto end = std::ranges::partition_point(
      tokens, [&](const TokenSpan& token) { return token.begin < mention.end; });
  return {.begin = static_cast<std::size_t>(first - tokens.begin()),
          .end = static_cast<std::size_t>(std::max(first, end) - tokens.begin())};
}

}  // namespace

std::string_view to_string(SpanLabel label) {
  if (label == SpanLabel::kDemonym) return "demonym";
  return dateline::to_string(static_cast<NameKind>(label));
}

std::vector<LabelledSpan> spans_of(const LabelledArticle& article,
                                   std::span<const LabelledMention> mentions,
                                   bool has_demonyms) {
  std::vector<LabelledSpan> spans;
  for (const LabelledMention& mention : mentions) {
    LabelledSpan span{
        .in_body = !mention.in_title, .begin = mention.begin, .end = mention.end};
    if (!article.tokens.empty()) span = token_span(article.tokens, mention);
    if (span.begin == span.end) continue;
    span.label = label_of(mention, has_demonyms);
    spans.push_back(span);
  }
  std::ranges::sort(spans);
  const auto end =
      std::unique(spans.begin(), spans.end(),
                  [](const auto& a, const auto& b) { return a.same_place(b); });
  spans.erase(end, spans.end());
  return spans;
}

bool marks_demonyms(std::span<const LabelledArticle> articles) {
  return std::ranges::any_of(articles, [](const LabelledArticle& article) {
    return std::ranges::any_of(article.mentions, &LabelledMention::is_demonym);
  });
}

void SpanScores::add(std::span<const LabelledSpan> gold,
                     std::span<const LabelledSpan> found) {
  for (const LabelledSpan& span : gold) {
    ++by_label[static_cast<std::size_t>(span.label)].gold;
    ++typed.gold;
    ++untyped.gold;
  }
  for (const LabelledSpan& span : found) {
    Tally& tally = by_label[static_cast<std::size_t>(span.label)];
    ++tally.found;
    ++typed.found;
    ++untyped.found;
    const auto same = std::ranges::find_if(
        gold, [&](const LabelledSpan& other) { return other.same_place(span); });
    if (same == gold.end()) continue;
    ++untyped.right;
    if (same->label != span.label) continue;
    ++tally.right;
    ++typed.right;
  }
}

}  // namespace dateline::scores
