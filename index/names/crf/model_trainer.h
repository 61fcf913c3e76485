// From labelled texts to the bytes of a model.

#pragma once

#include <dateline/name_model.h>

#include "index/names/crf/trainer.h"
#include "index/names/crf/training_data.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::names::crf {

struct ModelTrainerOptions {
  TrainerOptions trainer;
  FeatureChoice features;
  std::size_t runs = 3;   ///< Whose weights are averaged: each in another order.
  std::size_t folds = 5;  ///< Of the first pass, to see texts as new ones are seen.
  float least_weight = 0.05f;  ///< Rows whose weights are all below it are left out.
  std::function<void(std::string_view stage, double part_done)> progress{};
};

/// Trains on `texts`. A fold is labelled by what was learned from the other ones; these
/// labels are the second pass's features, as they are for a text never seen.
std::string train_model(std::span<const LabelledText> texts, const Lexicon& lexicon,
                        const ModelTrainerOptions& options);

}  // namespace dateline::names::crf
