#include "tools/scores/date_disagreements.h"

#include "tools/scores/date_scores.h"

namespace dateline::scores {
namespace {

using corpora::DatedArticle;
using corpora::LabelledDate;

std::string what_differs(const LabelledDate* gold, const LabelledDate* found) {
  if (found == nullptr) return "missed";
  if (gold == nullptr) return "false";
  std::string what;
  const auto note = [&what](bool differs, const char* name) {
    if (!differs) return;
    if (!what.empty()) what += ' ';
    what += name;
  };
  note(gold->begin != found->begin || gold->end != found->end, "border");
  note(gold->type != found->type, "type");
  note(gold->value != found->value, "value");
  note(gold->modifier != found->modifier, "modifier");
  return what;
}

std::string described(const LabelledDate& date) {
  std::string text(to_string(date.type));
  text += " " + (date.value.empty() ? "?" : date.value);
  if (!date.modifier.empty()) text += " " + date.modifier;
  return text;
}

std::string described_found(const DatedArticle& article, const LabelledDate& found,
                            bool same_place) {
  std::string text = described(found);
  if (!same_place) text += " '" + std::string(surface_of(article, found)) + "'";
  if (!found.rule.empty()) text += " by " + found.rule;
  return text;
}

}  // namespace

std::vector<DateDisagreement> date_disagreements(const DatedArticle& article,
                                                 std::span<const LabelledDate> gold,
                                                 std::span<const LabelledDate> found) {
  std::vector<DateDisagreement> places;
  for (const auto& [label, hit] : paired_dates(gold, found)) {
    DateDisagreement place{.what = what_differs(label, hit)};
    if (place.what.empty()) continue;
    const LabelledDate& shown = label != nullptr ? *label : *hit;
    if (label != nullptr) place.gold = described(*label);
    if (hit != nullptr) {
      const bool same_place = hit->begin == shown.begin && hit->end == shown.end;
      place.found = described_found(article, *hit, same_place);
    }
    place.context = context_of(shown.in_title ? article.title : article.body,
                               shown.begin, shown.end);
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace dateline::scores
