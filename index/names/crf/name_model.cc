#include <dateline/error.h>
#include <dateline/name_model.h>

#include "index/names/crf/augmentation.h"
#include "index/names/crf/model.h"
#include "index/names/crf/model_trainer.h"
#include "index/names/lexicon.h"

namespace dateline {
namespace {

void check_names(const LabelledText& text) {
  std::size_t at = 0;
  for (const LabelledName& name : text.names) {
    if (name.begin >= name.end || name.end > text.text.size())
      throw Error(ErrorCode::kInvalidArgument,
                  "A labelled name does not lie in its text.");
    if (name.begin < at)
      throw Error(ErrorCode::kInvalidArgument,
                  "Labelled names overlap, or are not in order.");
    at = name.end;
  }
}

}  // namespace

std::string train_name_model(std::span<const LabelledText> texts,
                             const NameTrainingOptions& options) {
  for (const LabelledText& text : texts) check_names(text);
  names::crf::ModelTrainerOptions own;
  own.trainer.epochs = options.epochs;
  own.trainer.unsettled_epochs = options.epochs / 3;
  own.least_weight = static_cast<float>(options.least_weight);
  own.progress = options.progress;
  return names::crf::train_model(names::crf::augmented(texts), names::Lexicon(), own);
}

NameModelInfo describe_name_model(std::string_view model) {
  const names::crf::Model read(model);
  return {.features = read.row_count(), .checksum = read.checksum()};
}

}  // namespace dateline
