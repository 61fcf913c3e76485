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

// Adds to each of `sums` the weights of the features that `read` gives for it: three of
// them are on their way at a time.
template <typename Read>
void Decoder::add_weights(std::span<Emission> sums, const Read& read) {
  const std::size_t count = sums.size();
  for (std::size_t i = 0; i < count + 2; ++i) {
    if (i < count) {
      Features& own = features_[i % 2];
      own.clear();
      read(i, own);
      model_->fetch(own.keys());
    }
    if (i >= 1 && i - 1 < count)
      model_->find(features_[(i - 1) % 2].keys(), rows_[(i - 1) % 2]);
    if (i >= 2) Model::add(rows_[i % 2], sums[i - 2]);
  }
}

void Decoder::sum_text_features(const Context& context) {
  FeatureReader reader(context);
  word_sums_.assign(context.words().size(), Emission{});
  add_weights(word_sums_, [&](std::size_t word, Features& features) {
    reader.add_word_features(word, features);
  });
  for (std::size_t site = 0; site < emissions_.size(); ++site)
    emissions_[site] = word_sums_[context.sites()[site].word];
  add_weights(emissions_, [&](std::size_t site, Features& features) {
    reader.add_site_features(site, features);
  });
}

void Decoder::sum_label_features(const Context& context) {
  const FeatureReader reader(context);
  add_weights(emissions_, [&](std::size_t site, Features& features) {
    reader.add_label_features(site, labels_[site], features);
  });
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
