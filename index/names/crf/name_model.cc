#include <dateline/name_model.h>

#include "index/names/crf/model.h"
#include "index/names/crf/model_trainer.h"
#include "index/names/lexicon.h"

namespace dateline {
namespace {

constexpr std::size_t kInCapitals = 6;  // Of so many texts one is learned so too.

// The text as wires and headlines write it.
LabelledText in_capitals(LabelledText text) {
  for (char& c : text.text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string train_name_model(std::span<const LabelledText> texts,
                             const NameTrainingOptions& options) {
  names::crf::ModelTrainerOptions own;
  own.trainer.epochs = options.epochs;
  own.trainer.unsettled_epochs = options.epochs / 3;
  own.least_weight = static_cast<float>(options.least_weight);
  own.progress = options.progress;
  std::vector<LabelledText> all(texts.begin(), texts.end());
  for (std::size_t i = 0; i < texts.size(); i += kInCapitals)
    all.push_back(in_capitals(texts[i]));
  return names::crf::train_model(all, names::Lexicon(), own);
}

NameModelInfo describe_name_model(std::string_view model) {
  const names::crf::Model read(model);
  return {.features = read.row_count(), .checksum = read.checksum()};
}

}  // namespace dateline
