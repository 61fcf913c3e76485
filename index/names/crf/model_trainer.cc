#include "index/names/crf/model_trainer.h"

#include <algorithm>
#include <cmath>

#include "index/names/crf/model.h"

namespace dateline::names::crf {
namespace {

constexpr float kLargestWeight = 127;
constexpr float kFinestScale = 48;  // Steps of 1.0.

class ModelTrainer {
 public:
  ModelTrainer(std::span<const LabelledText> texts, const Lexicon& lexicon,
               const ModelTrainerOptions& options)
      : given_(texts), options_(options), reader_(lexicon, options.features) {}

  std::string run() {
    for (const LabelledText& text : given_) texts_.push_back(reader_.read(text));
    reader_.drop_rare(texts_);
    for (std::size_t fold = 0; fold < options_.folds; ++fold) label_fold(fold);
    std::vector<Lesson> lessons;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      add_lessons(i, false, lessons);
      if (options_.folds > 0) add_lessons(i, true, lessons);
    }
    for (std::size_t run = 0; run < options_.runs; ++run) learn(run, lessons);
    return pack();
  }

 private:
  std::function<void(double)> stage(std::string name) const {
    if (!options_.progress) return {};
    return [this, name](double done) { options_.progress(name, done); };
  }

  void add_lessons(std::size_t text, bool second_pass,
                   std::vector<Lesson>& lessons) const {
    for (int repeat = 0; repeat < given_[text].repeats; ++repeat)
      for (const Example& example : texts_[text].examples)
        lessons.push_back({&texts_[text], example, second_pass});
  }

  void label_fold(std::size_t fold) {
    std::vector<Lesson> lessons;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (i % options_.folds != fold) add_lessons(i, false, lessons);
    }
    Trainer trainer(reader_.rows().size(), options_.trainer);
    trainer.train(std::move(lessons), stage("fold " + std::to_string(fold + 1)));
    for (std::size_t i = fold; i < texts_.size(); i += options_.folds)
      reader_.add_labels(given_[i], trainer.label(texts_[i], false), texts_[i]);
  }

  // The order of lessons leaves its mark on weights; that of several averages out.
  void learn(std::size_t run, const std::vector<Lesson>& lessons) {
    TrainerOptions options = options_.trainer;
    options.seed += run;
    Trainer trainer(reader_.rows().size(), options);
    trainer.train(lessons, stage("run " + std::to_string(run + 1)));
    const auto share = 1.0f / static_cast<float>(options_.runs);
    weights_.resize(reader_.rows().size());
    for (std::uint32_t row = 0; row < weights_.size(); ++row)
      for (std::size_t i = 0; i < kNameLabels; ++i)
        weights_[row][i] += trainer.weights(row)[i] * share;
    for (std::size_t joint = 0; joint < kJoints; ++joint)
      for (std::size_t label = 0; label < kLabels; ++label)
        for (std::size_t next = 0; next < kLabels; ++next)
          transitions_[joint][label][next] +=
              trainer.transitions()[joint][label][next] * share;
  }

  std::string pack() const {
    struct Ranked {
      float largest;
      std::uint32_t row;
    };
    std::vector<Ranked> kept;
    float top = 1;
    for (std::uint32_t row = 0; row < reader_.rows().size(); ++row) {
      float largest = 0;
      for (const float weight : weights_[row])
        largest = std::max(largest, std::abs(weight));
      if (largest > options_.least_weight) kept.push_back({largest, row});
      top = std::max(top, largest);
    }
    std::sort(kept.begin(), kept.end(), [](const Ranked& a, const Ranked& b) {
      return a.largest != b.largest ? a.largest > b.largest : a.row < b.row;
    });
    const float scale =
        std::clamp(std::floor(kLargestWeight / top), 24.0f, kFinestScale);
    std::vector<KeyedRow> rows;
    for (const Ranked& ranked : kept) {
      KeyedRow out;
      out.key = reader_.rows().key(ranked.row);
      const auto& weights = weights_[ranked.row];
      for (std::size_t i = 0; i < kNameLabels; ++i)
        out.row[i] = static_cast<std::int8_t>(
            std::clamp(std::floor(weights[i] * scale + 0.5f), -127.0f, 127.0f));
      rows.push_back(out);
    }
    Transitions<std::int16_t> transitions{};
    for (std::size_t joint = 0; joint < kJoints; ++joint)
      for (std::size_t label = 0; label < kLabels; ++label)
        for (std::size_t next = 0; next < kLabels; ++next)
          transitions[joint][label][next] = static_cast<std::int16_t>(
              std::clamp(std::floor(transitions_[joint][label][next] * scale + 0.5f),
                         -32000.0f, 32000.0f));
    return build_model(rows, transitions, static_cast<std::uint32_t>(scale));
  }

  std::span<const LabelledText> given_;
  const ModelTrainerOptions& options_;
  TrainingReader reader_;
  std::vector<TrainingText> texts_;
  std::vector<Trainer::Weights> weights_;  // By row.
  Transitions<float> transitions_{};
};

}  // namespace

std::string train_model(std::span<const LabelledText> texts, const Lexicon& lexicon,
                        const ModelTrainerOptions& options) {
  return ModelTrainer(texts, lexicon, options).run();
}

}  // namespace dateline::names::crf
