#include <dateline/name_model.h>

#include "index/names/crf/model_trainer.h"
#include "index/names/lexicon.h"

namespace dateline {

std::string train_name_model(std::span<const LabelledText> texts,
                             const NameTrainingOptions& options) {
  names::crf::ModelTrainerOptions own;
  own.trainer.epochs = options.epochs;
  own.least_weight = static_cast<float>(options.least_weight);
  own.progress = options.progress;
  return names::crf::train_model(texts, names::Lexicon(), own);
}

}  // namespace dateline
