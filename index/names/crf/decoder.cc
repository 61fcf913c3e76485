#include "index/names/crf/decoder.h"

namespace dateline::names::crf {
// |weights| <= 128 and at most Features::kMost of them: no sum leaves 16 bits.
static_assert(128 * Features::kMost < 32768);
static_assert(Features::kMost <= Model::kMostKeys);

void Decoder::decode(Context& context, const Model& model) {
  model_ = &model;
  const std::size_t count = context.sites().size();
  emissions_.resize(count);
  labels_.assign(count, kOutside);
  margins_.assign(count, 0);
  sum_text_features(context);
  find_paths(context, false);
  context.count_labels(labels_);
  sum_label_features(context);
  find_paths(context, true);
}

std::array<std::int32_t, kKinds> Decoder::kind_scores(std::size_t first,
                                                      std::size_t last) const {
  std::array<std::int32_t, kKinds> scores{};
  for (std::size_t site = first; site < last; ++site)
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      Part part = site == first ? Part::kBegin : Part::kInside;
      if (site + 1 == last) part = site == first ? Part::kUnit : Part::kLast;
      scores[kind] += emissions_[site][label_of(kind, part) - 1u];
    }
  return scores;
}

void Decoder::sum_text_features(const Context& context) {
  FeatureReader reader(context);
  word_sums_.assign(context.words().size(), Emission{});
  for (std::size_t word = 0; word < word_sums_.size(); ++word) {
    features_.clear();
    reader.add_word_features(word, features_);
    model_->add(features_.keys(), word_sums_[word]);
  }
  for (std::size_t site = 0; site < emissions_.size(); ++site) {
    emissions_[site] = word_sums_[context.sites()[site].word];
    features_.clear();
    reader.add_site_features(site, features_);
    model_->add(features_.keys(), emissions_[site]);
  }
}

void Decoder::sum_label_features(const Context& context) {
  const FeatureReader reader(context);
  for (std::size_t site = 0; site < emissions_.size(); ++site) {
    features_.clear();
    reader.add_label_features(site, labels_[site], features_);
    model_->add(features_.keys(), emissions_[site]);
  }
}

void Decoder::find_paths(const Context& context, bool margins) {
  for (const Segment& segment : context.segments()) {
    const std::size_t count = segment.last - segment.first;
    const auto part = [&](auto all) { return all.subspan(segment.first, count); };
    paths_.find({part(context.sites()), part(std::span<const Emission>(emissions_)),
                 part(std::span(labels_)),
                 margins ? part(std::span(margins_)) : std::span<std::int32_t>()},
                model_->path_weights());
  }
}

}  // namespace dateline::names::crf
