// Finds the likeliest labels of a text's sites under a model.

#pragma once

#include "index/names/crf/context.h"
#include "index/names/crf/features.h"
#include "index/names/crf/labels.h"
#include "index/names/crf/model.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::names::crf {

/// The sums of the weights of one site, one a label of names.
using Emission = std::array<std::int16_t, kNameLabels>;

/// Sums rows of weights; the same integers on every machine.
void add_row(Emission& sums, const Row& row);

/// Decodes text after text, keeping its memory. All sums are of integers: the same on
/// every machine.
class Decoder {
 public:
  /// Labels the sites of `context` twice, the second time knowing how each word was
  /// labelled elsewhere in the text (a two-stage prediction aggregation, as Krishnan
  /// and Manning, 2006).
  void decode(Context& context, const Model& model);

  /// After decode(), one a site.
  std::span<const Label> labels() const { return labels_; }

  /// By how much, in steps of the model's scale, the best labelling beats the best one
  /// that labels the site otherwise.
  std::span<const std::int32_t> margins() const { return margins_; }

 private:
  void sum_text_features(const Context& context);
  void sum_label_features(const Context& context);
  void find_path(const Context& context, const Segment& segment, bool margins);
  void find_margins(const Context& context, const Segment& segment);
  std::int32_t score(std::size_t site, Label label) const {
    return label == kOutside ? 0 : emissions_[site][label - 1u];
  }

  using Scores = std::array<std::int32_t, kLabels>;

  const Model* model_ = nullptr;
  std::vector<Emission> emissions_;
  std::vector<Label> labels_;
  std::vector<std::int32_t> margins_;
  Features features_;
  std::vector<Scores> best_;  // By site of a segment: of paths up to it.
  std::vector<std::array<Label, kLabels>> from_;
};

}  // namespace dateline::names::crf
