// Learns the weights of the sequence model.

#pragma once

#include "index/names/crf/labels.h"
#include "index/names/crf/training_data.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names::crf {

struct TrainerOptions {
  int epochs = 8;
  int unsettled_epochs = 2;      ///< The first ones, whose weights are not averaged.
  float rate = 0.1f;             ///< AdaGrad's step.
  float transition_rate = 0.1f;  ///< Of transitions.
  float decay = 0;               ///< L2, on the rows of an example.
  std::uint64_t seed = 1;
  /// By NameKind, what it costs to miss a name or to take it for another kind: added,
  /// in training, to the scores of the wrong labels (softmax-margin: Gimpel and Smith,
  /// 2010). Kinds that are rare and look like others need more.
  std::array<float, kKinds> miss_costs = {0.25f, 1.0f, 1.0f, 2.0f};
};

/// One pass over a segment: with or without what the first pass says.
struct Lesson {
  const TrainingText* text = nullptr;
  Example example;
  bool second_pass = false;
};

/// A linear-chain conditional random field (Lafferty and others, 2001), trained by
/// stochastic gradient ascent with AdaGrad steps (Duchi and others, 2011), its weights
/// the average over all steps. The same lessons and options give the same weights on
/// every machine: sums in fixed order, no function of libm but sqrt.
class Trainer {
 public:
  Trainer(std::size_t rows, const TrainerOptions& options);

  /// `progress` is told the share done, after each epoch; may be empty.
  void train(std::vector<Lesson> lessons, const std::function<void(double)>& progress);

  /// The likeliest labels of all sites of a text, by the averaged weights.
  std::vector<Label> label(const TrainingText& text, bool second_pass) const;

  using Weights = std::array<float, kNameLabels>;
  const Weights& weights(std::size_t row) const { return rows_[row].weights; }
  const Transitions<float>& transitions() const { return transitions_; }

 private:
  // Averages are kept as in Daume's thesis: what each step adds, times its number.
  struct TrainedRow {
    Weights weights{};
    Weights late{};
    Weights squares{};
  };
  using Scores = std::array<double, kLabels>;

  void learn(const Lesson& lesson);
  Weights emission_of(const Lesson& lesson, std::size_t k) const;
  void read_potentials(const Lesson& lesson);
  Scores scores_of(const Lesson& lesson, std::size_t k) const;
  void read_transitions();
  bool run_forward(const Lesson& lesson);
  void run_backward(const Lesson& lesson);
  bool expect_labels(std::size_t k, Scores& expected) const;
  void follow_gradient(const Lesson& lesson);
  void step_site(const Lesson& lesson, std::size_t k, const Scores& expected);
  void add_transition_gradient(const Lesson& lesson, std::size_t k);
  void step_row(std::uint32_t row, const Weights& gradient);
  void step_transitions();
  void start_average();
  void average();
  void label_segment(const Lesson& lesson, std::vector<Label>& labels) const;

  TrainerOptions options_;
  std::vector<TrainedRow> rows_;
  Transitions<float> transitions_{};
  Transitions<float> late_transitions_{};
  Transitions<float> transition_squares_{};
  Transitions<double> exp_transitions_{};
  Transitions<float> transition_gradient_{};
  double steps_ = 0;
  std::vector<Scores> potentials_;  // By site of the segment.
  std::vector<Scores> forward_;
  std::vector<Scores> backward_;
  std::uint64_t random_ = 0;
};

}  // namespace dateline::names::crf
