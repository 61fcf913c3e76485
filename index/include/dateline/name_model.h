// dateline/name_model.h - trains the tagger that finds names.
//
//   std::vector<dateline::LabelledText> texts = ...;
//   const std::string model = dateline::train_name_model(texts);
//   std::ofstream("mine.dnm", std::ios::binary) << model;

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Bytes [begin, end) of a text that are a name.
struct LabelledName {
  std::size_t begin = 0;
  std::size_t end = 0;
  NameKind kind = NameKind::kPerson;
  bool is_demonym = false;  ///< "Russian"; `kind` is then kPlace.

  friend bool operator==(const LabelledName&, const LabelledName&) = default;
};

/// An article, or a part of one, in which every name is marked.
struct LabelledText {
  std::string text;                   ///< UTF-8 running text, no headline.
  std::vector<LabelledName> names{};  ///< By begin, not overlapping.
  bool lines_are_sentences = false;   ///< Every line of `text` is one sentence.
  int repeats = 1;                    ///< How many texts it counts as.
};

/// How a model is trained.
struct NameTrainingOptions {
  int epochs = 8;
  /// Rows whose weights are all below this are left out of the model.
  double least_weight = 0.05;
  /// Told after each epoch; may be empty.
  std::function<void(std::string_view stage, double part_done)> progress{};
};

/// Trains a model: a linear-chain conditional random field. The same texts and options
/// give the same bytes on every machine. Takes about a minute for 20,000 sentences.
/// Throws Error kInvalidArgument when names do not lie in their text, or overlap.
std::string train_name_model(std::span<const LabelledText> texts,
                             const NameTrainingOptions& options = {});

/// What a model's file says of itself.
struct NameModelInfo {
  std::size_t features = 0;    ///< With weights of their own.
  std::uint64_t checksum = 0;  ///< Of all that the model says.
};

/// Reads the beginning of `model`. Throws Error kCorrupt when it is not a whole model.
NameModelInfo describe_name_model(std::string_view model);

}  // namespace dateline
