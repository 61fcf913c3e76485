#include "tools/scores/disagreements.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;

constexpr std::size_t kContext = 40;  // Bytes on each side.

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

bool is_utf8_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void add_context(std::string_view text, Bytes bytes, Disagreement& place) {
  const std::size_t line_begin = text.rfind('\n', bytes.begin) + 1;  // npos + 1 is 0.
  const std::size_t line_end = std::min(text.find('\n', bytes.end), text.size());
  std::size_t begin = std::max(std::min(line_begin, bytes.begin),
                               bytes.begin - std::min(bytes.begin, kContext));
  std::size_t end = std::min(line_end, bytes.end + kContext);
  while (begin < bytes.begin && is_utf8_tail(text[begin])) ++begin;
  while (end > bytes.end && end < text.size() && is_utf8_tail(text[end])) --end;
  place.before = text.substr(begin, bytes.begin - begin);
  place.text = text.substr(bytes.begin, bytes.end - bytes.begin);
  place.after = text.substr(bytes.end, end - bytes.end);
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
  add_context(text.of(gold), text.bytes(gold), place);
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
    Disagreement place{.kind = DisagreementKind::kFalse, .found = text.described(span)};
    add_context(text.of(span), text.bytes(span), place);
    places.push_back(std::move(place));
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
