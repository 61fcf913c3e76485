// Finds the likeliest labels of a text's sites under a model.

#pragma once

#include "index/names/crf/context.h"
#include "index/names/crf/features.h"
#include "index/names/crf/labels.h"
#include "index/names/crf/model.h"
#include "index/names/crf/path_finder.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::names::crf {

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
  /// that labels the site otherwise. 0 in segments without a name.
  std::span<const std::int32_t> margins() const { return margins_; }

  /// After decode(), what the model gives sites [first, last) as one name of each kind,
  /// in steps of its scale. What joins the name to its neighbours is left out.
  std::array<std::int32_t, kKinds> kind_scores(std::size_t first,
                                               std::size_t last) const;

 private:
  template <typename Read>
  void add_weights(std::span<Emission> sums, const Read& read);
  void sum_text_features(const Context& context);
  void sum_label_features(const Context& context);
  void find_paths(const Context& context, bool margins);

  const Model* model_ = nullptr;
  std::vector<Emission> word_sums_;  // By word of the text.
  std::vector<Emission> emissions_;  // By site.
  std::vector<Label> labels_;
  std::vector<std::int32_t> margins_;
  std::array<Features, 2> features_;  // Of a place of the text and the one before.
  std::array<Model::Rows, 2> rows_;
  PathFinder paths_;
};

}  // namespace dateline::names::crf
