#include "index/names/crf/explanation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "index/names/crf/features.h"

namespace dateline::names::crf {
namespace {

constexpr std::size_t kMostReasons = 3;

struct Reason {
  std::int32_t weight = 0;
  Template which = Template::kBias;
  std::size_t site = 0;
};

std::string_view word_of(const Context& context, std::size_t token) {
  const Token& found = context.tokens()[token];
  return context.text().substr(found.begin, found.end - found.begin);
}

// The word that the template looks at, where it is one that can be shown.
std::string_view shown_word(const Context& context, const Reason& reason) {
  const Site& site = context.sites()[reason.site];
  const std::size_t count = context.tokens().size();
  const auto at = [&](std::size_t token) {
    return token < count ? word_of(context, token) : std::string_view();
  };
  switch (reason.which) {
    case Template::kWord:
    case Template::kExactWord:
    case Template::kClasses:
    case Template::kLists:
    case Template::kOneList:
      return at(site.token);
    case Template::kBefore1:
      return context.gap(site.token) == 0 ? at(site.token - 1) : std::string_view();
    case Template::kAfter1:
      return context.gap(site.token + 1) == 0 ? at(site.token + 1) : std::string_view();
    case Template::kRunLast:
      return at(site.run_last);
    case Template::kRunFirst:
      return at(site.run_first);
    case Template::kRunBefore:
      return context.gap(site.run_first) == 0 ? at(site.run_first - 1)
                                              : std::string_view();
    case Template::kRunAfter:
      return context.gap(site.run_last + 1) == 0 ? at(site.run_last + 1)
                                                 : std::string_view();
    default:
      return {};
  }
}

}  // namespace

std::string explain(const Context& context, const Model& model,
                    std::span<const Label> labels, std::size_t first,
                    std::size_t last) {
  std::array<Reason, kTemplates> by_template{};
  Features features;
  FeatureReader reader(context);
  for (std::size_t site = first; site < last; ++site) {
    features.clear();
    reader.add_word_features(context.sites()[site].word, features);
    reader.add_site_features(site, features);
    reader.add_label_features(site, labels[site], features);
    for (std::size_t i = 0; i < features.size(); ++i) {
      const Row* row = model.find(features.key(i));
      if (row == nullptr) continue;
      const std::int32_t weight = (*row)[labels[site] - 1u];
      Reason& reason = by_template[static_cast<std::size_t>(features.which(i))];
      if (weight > reason.weight) reason = {weight, features.which(i), site};
    }
  }
  std::stable_sort(
      by_template.begin(), by_template.end(),
      [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
  std::string told;
  std::size_t count = 0;
  for (const Reason& reason : by_template) {
    if (reason.weight <= 0 || count == kMostReasons) break;
    if (reason.which == Template::kBias) continue;
    std::string one(describe(reason.which));
    if (const auto word = shown_word(context, reason); !word.empty())
      ((one += " '") += word) += '\'';
    if (told.find(one) != told.npos) continue;
    if (!told.empty()) told += "; ";
    told += one;
    ++count;
  }
  return told;
}

}  // namespace dateline::names::crf
