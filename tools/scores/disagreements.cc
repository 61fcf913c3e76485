#include "tools/scores/disagreements.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;

struct Bytes {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Reads spans back as text.
class ArticleText {
 public:
  explicit ArticleText(const LabelledArticle& article) : article_(article) {}

  std::string_view of(const LabelledSpan& span) const {
    return span.in_body ? article_.body : article_.title;
  }

  Bytes bytes(const LabelledSpan& span) const {
    if (article_.tokens.empty()) return {span.begin, span.end};
    return {article_.tokens[span.begin].begin, article_.tokens[span.end - 1].end};
  }

  std::string described(const LabelledSpan& span) const {
    const auto [begin, end] = bytes(span);
    return std::string(to_string(span.label)) + " '" +
           std::string(of(span).substr(begin, end - begin)) + "'";
  }

 private:
  const LabelledArticle& article_;
};

TextContext context_at(std::string_view text, Bytes bytes) {
  return context_of(text, bytes.begin, bytes.end);
}

bool overlap(const LabelledSpan& a, const LabelledSpan& b) {
  return a.in_body == b.in_body && a.begin < b.end && b.begin < a.end;
}

// The first of `spans` that overlaps.
const LabelledSpan* overlapping(std::span<const LabelledSpan> spans,
                                const LabelledSpan& span) {
  const auto other = std::ranges::find_if(
      spans, [&](const LabelledSpan& candidate) { return overlap(candidate, span); });
  return other == spans.end() ? nullptr : &*other;
}

std::optional<Disagreement> disagreement(const ArticleText& text,
                                         const LabelledSpan& gold,
                                         const LabelledSpan* found) {
  Disagreement place{.gold = text.described(gold)};
  if (found != nullptr) {
    const bool same_place = gold.same_place(*found);
    if (same_place && gold.label == found->label) return std::nullopt;
    place.kind = same_place ? DisagreementKind::kLabel : DisagreementKind::kBorder;
    place.found = text.described(*found);
  }
  place.context = context_at(text.of(gold), text.bytes(gold));
  return place;
}

}  // namespace

std::string_view to_string(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kMissed:
      return "missed";
    case DisagreementKind::kFalse:
      return "false";
    case DisagreementKind::kLabel:
      return "kind";
    case DisagreementKind::kBorder:
      break;
  }
  return "border";
}

std::vector<Disagreement> disagreements(const LabelledArticle& article,
                                        std::span<const LabelledSpan> gold,
                                        std::span<const LabelledSpan> found) {
  const ArticleText text(article);
  std::vector<Disagreement> places;
  auto next = found.begin();
  const auto add_false = [&](const LabelledSpan& span) {
    if (overlapping(gold, span) != nullptr) return;
    places.push_back({.kind = DisagreementKind::kFalse,
                      .found = text.described(span),
                      .context = context_at(text.of(span), text.bytes(span))});
  };
  for (const LabelledSpan& span : gold) {
    for (; next != found.end() && *next < span; ++next) add_false(*next);
    if (auto place = disagreement(text, span, overlapping(found, span))) {
      places.push_back(std::move(*place));
    }
  }
  for (; next != found.end(); ++next) add_false(*next);
  return places;
}

}  // namespace dateline::scores
