#include "index/names/crf/trainer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dateline::names::crf {
namespace {

constexpr float kSmallGradient = 1e-4f;
constexpr float kImpossible = -1e30f;
constexpr float kFirstSquare = 1e-2f;  // Keeps AdaGrad's first steps finite.

// e to the x, the same bits on every machine: 2^n times a polynomial.
double exponential(double x) {
  if (x < -700) return 0;
  if (x > 700) x = 700;
  constexpr double kLog2E = 1.4426950408889634;
  constexpr double kLn2High = 0.693147180369123816490;
  constexpr double kLn2Low = 1.90821492927058770002e-10;
  const double n = std::floor(x * kLog2E + 0.5);
  const double r = (x - n * kLn2High) - n * kLn2Low;
  double sum = 1.0;  // Horner's scheme of the Taylor series; |r| <= 0.35.
  for (int i = 12; i >= 1; --i) sum = 1.0 + sum * r / i;
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023);
  const std::uint64_t bits = exponent << 52;
  double power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return sum * power;
}

std::uint64_t next_random(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15u;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

void shuffle(std::vector<Lesson>& lessons, std::uint64_t& random) {
  for (std::size_t i = lessons.size(); i > 1; --i)
    std::swap(lessons[i - 1], lessons[next_random(random) % i]);
}

std::size_t joint_index(const Lesson& lesson, std::size_t k) {
  return static_cast<std::size_t>(lesson.text->joints[lesson.example.first + k]);
}

std::size_t length_of(const Lesson& lesson) {
  return lesson.example.last - lesson.example.first;
}

bool allowed(std::size_t label, std::size_t next) {
  return may_follow(static_cast<Label>(label), static_cast<Label>(next));
}

}  // namespace

Trainer::Trainer(std::size_t rows, const TrainerOptions& options)
    : options_(options), rows_(rows), random_(options.seed) {}

void Trainer::train(std::vector<Lesson> lessons,
                    const std::function<void(double)>& progress) {
  for (int epoch = 0; epoch < options_.epochs; ++epoch) {
    if (epoch == options_.unsettled_epochs) start_average();
    shuffle(lessons, random_);
    for (const Lesson& lesson : lessons) learn(lesson);
    if (progress) progress(double(epoch + 1) / options_.epochs);
  }
  average();
}

void Trainer::learn(const Lesson& lesson) {
  read_potentials(lesson);
  read_transitions();
  ++steps_;
  if (!run_forward(lesson)) return;
  run_backward(lesson);
  transition_gradient_ = {};
  follow_gradient(lesson);
  step_transitions();
}

// The sums of the weights of site `k`.
Trainer::Weights Trainer::emission_of(const Lesson& lesson, std::size_t k) const {
  const std::size_t site = lesson.example.first + k;
  Weights sums{};
  const auto add = [&](std::span<const std::uint32_t> rows) {
    for (const std::uint32_t row : rows)
      for (std::size_t i = 0; i < kNameLabels; ++i) sums[i] += rows_[row].weights[i];
  };
  add(lesson.text->text_rows.of(site));
  if (lesson.second_pass) add(lesson.text->label_rows.of(site));
  return sums;
}

// The score of each label of site `k`, the cost of a wrong one added.
Trainer::Scores Trainer::scores_of(const Lesson& lesson, std::size_t k) const {
  const Weights sums = emission_of(lesson, k);
  const Label truth = lesson.text->labels[lesson.example.first + k];
  Scores scores{};
  for (std::size_t i = 0; i < kNameLabels; ++i) scores[i + 1] = double{sums[i]};
  if (truth == kOutside) return scores;
  const std::size_t kind = kind_of(truth);
  for (std::size_t label = 0; label < kLabels; ++label)
    if (label == kOutside || kind_of(static_cast<Label>(label)) != kind)
      scores[label] += double{options_.miss_costs[kind]};
  return scores;
}

void Trainer::read_potentials(const Lesson& lesson) {
  const std::size_t length = length_of(lesson);
  potentials_.resize(std::max(potentials_.size(), length));
  for (std::size_t k = 0; k < length; ++k) {
    const Scores scores = scores_of(lesson, k);
    const double top = *std::max_element(scores.begin(), scores.end());
    for (std::size_t label = 0; label < kLabels; ++label)
      potentials_[k][label] = exponential(scores[label] - top);
  }
}

void Trainer::read_transitions() {
  for (std::size_t joint = 0; joint < kJoints; ++joint)
    for (std::size_t label = 0; label < kLabels; ++label)
      for (std::size_t next = 0; next < kLabels; ++next)
        exp_transitions_[joint][label][next] =
            allowed(label, next) ? exponential(double{transitions_[joint][label][next]})
                                 : 0;
}

// Alpha of every site, scaled to the sum one. False when no path is possible.
bool Trainer::run_forward(const Lesson& lesson) {
  const std::size_t length = length_of(lesson);
  forward_.resize(std::max(forward_.size(), length));
  for (std::size_t k = 0; k < length; ++k) {
    const auto& step = exp_transitions_[joint_index(lesson, k)];
    Scores sums{};
    if (k == 0) {
      for (std::size_t next = 0; next < kLabels; ++next) sums[next] = step[0][next];
    } else {
      for (std::size_t label = 0; label < kLabels; ++label)
        for (std::size_t next = 0; next < kLabels; ++next)
          sums[next] += forward_[k - 1][label] * step[label][next];
    }
    double total = 0;
    for (std::size_t next = 0; next < kLabels; ++next) {
      sums[next] *= potentials_[k][next];
      total += sums[next];
    }
    if (!(total > 0)) return false;
    for (std::size_t next = 0; next < kLabels; ++next)
      forward_[k][next] = sums[next] / total;
  }
  return true;
}

void Trainer::run_backward(const Lesson& lesson) {
  const std::size_t length = length_of(lesson);
  backward_.resize(std::max(backward_.size(), length));
  for (std::size_t label = 0; label < kLabels; ++label)
    backward_[length - 1][label] = exp_transitions_[0][label][0];
  for (std::size_t k = length - 1; k > 0; --k) {
    const auto& step = exp_transitions_[joint_index(lesson, k)];
    Scores ahead;
    double total = 0;
    for (std::size_t next = 0; next < kLabels; ++next) {
      ahead[next] = backward_[k][next] * potentials_[k][next];
      total += ahead[next];
    }
    for (std::size_t label = 0; label < kLabels; ++label) {
      double sum = 0;
      for (std::size_t next = 0; next < kLabels; ++next)
        sum += step[label][next] * ahead[next];
      backward_[k - 1][label] = total > 0 ? sum / total : 0;
    }
  }
}

// How likely each label of site `k` is; false where nothing is.
bool Trainer::expect_labels(std::size_t k, Scores& expected) const {
  double total = 0;
  for (std::size_t label = 0; label < kLabels; ++label) {
    expected[label] = forward_[k][label] * backward_[k][label];
    total += expected[label];
  }
  if (!(total > 0)) return false;
  for (double& one : expected) one /= total;
  return true;
}

// The gradient of every site and transition: what is true less what is expected.
void Trainer::follow_gradient(const Lesson& lesson) {
  const std::size_t length = length_of(lesson);
  for (std::size_t k = 0; k < length; ++k) {
    Scores expected;
    if (!expect_labels(k, expected)) return;
    step_site(lesson, k, expected);
    if (k == 0) {
      const Label truth = lesson.text->labels[lesson.example.first];
      auto& gradients = transition_gradient_[joint_index(lesson, 0)][kOutside];
      gradients[truth] += 1;
      for (std::size_t label = 0; label < kLabels; ++label)
        gradients[label] -= static_cast<float>(expected[label]);
    } else {
      add_transition_gradient(lesson, k);
    }
    if (k + 1 < length) continue;
    // And out of the last one.
    auto& gradients = transition_gradient_[0];
    gradients[lesson.text->labels[lesson.example.last - 1]][kOutside] += 1;
    for (std::size_t label = 0; label < kLabels; ++label)
      gradients[label][kOutside] -= static_cast<float>(expected[label]);
  }
}

void Trainer::step_site(const Lesson& lesson, std::size_t k, const Scores& expected) {
  const std::size_t site = lesson.example.first + k;
  const Label truth = lesson.text->labels[site];
  Weights gradient;
  float largest = 0;
  for (std::size_t i = 0; i < kNameLabels; ++i) {
    gradient[i] = static_cast<float>((i + 1 == truth ? 1.0 : 0.0) - expected[i + 1]);
    largest = std::max(largest, std::abs(gradient[i]));
  }
  if (largest <= kSmallGradient) return;
  for (const std::uint32_t row : lesson.text->text_rows.of(site))
    step_row(row, gradient);
  if (!lesson.second_pass) return;
  for (const std::uint32_t row : lesson.text->label_rows.of(site))
    step_row(row, gradient);
}

// Of the transition into site `k`, not the first.
void Trainer::add_transition_gradient(const Lesson& lesson, std::size_t k) {
  const std::size_t site = lesson.example.first + k;
  const std::size_t joint = joint_index(lesson, k);
  std::array<Scores, kLabels> pairs{};
  double total = 0;
  for (std::size_t label = 0; label < kLabels; ++label)
    for (std::size_t next = 0; next < kLabels; ++next) {
      pairs[label][next] = forward_[k - 1][label] *
                           exp_transitions_[joint][label][next] * potentials_[k][next] *
                           backward_[k][next];
      total += pairs[label][next];
    }
  if (!(total > 0)) return;
  auto& gradients = transition_gradient_[joint];
  gradients[lesson.text->labels[site - 1]][lesson.text->labels[site]] += 1;
  for (std::size_t label = 0; label < kLabels; ++label)
    for (std::size_t next = 0; next < kLabels; ++next)
      gradients[label][next] -= static_cast<float>(pairs[label][next] / total);
}

void Trainer::step_row(std::uint32_t row, const Weights& gradient) {
  TrainedRow& trained = rows_[row];
  const auto step = static_cast<float>(steps_);
  const float rate = options_.rate;
  const float decay = options_.decay;
  for (std::size_t i = 0; i < kNameLabels; ++i) {
    const float slope = gradient[i] - decay * trained.weights[i];
    trained.squares[i] += slope * slope;
    const float change = rate * slope / std::sqrt(trained.squares[i] + kFirstSquare);
    trained.weights[i] += change;
    trained.late[i] += step * change;
  }
}

void Trainer::step_transitions() {
  const auto step = static_cast<float>(steps_);
  for (std::size_t joint = 0; joint < kJoints; ++joint)
    for (std::size_t label = 0; label < kLabels; ++label)
      for (std::size_t next = 0; next < kLabels; ++next) {
        const float slope = transition_gradient_[joint][label][next];
        if (!allowed(label, next) || std::abs(slope) < kSmallGradient) continue;
        float& squares = transition_squares_[joint][label][next];
        squares += slope * slope;
        const float change =
            options_.transition_rate * slope / std::sqrt(squares + kFirstSquare);
        transitions_[joint][label][next] += change;
        late_transitions_[joint][label][next] += step * change;
      }
}

void Trainer::start_average() {
  steps_ = 0;
  for (TrainedRow& row : rows_) row.late = {};
  late_transitions_ = {};
}

void Trainer::average() {
  const auto total = static_cast<float>(steps_ + 1);
  for (TrainedRow& row : rows_)
    for (std::size_t i = 0; i < kNameLabels; ++i) row.weights[i] -= row.late[i] / total;
  for (std::size_t joint = 0; joint < kJoints; ++joint)
    for (std::size_t label = 0; label < kLabels; ++label)
      for (std::size_t next = 0; next < kLabels; ++next)
        transitions_[joint][label][next] -=
            late_transitions_[joint][label][next] / total;
}

std::vector<Label> Trainer::label(const TrainingText& text, bool second_pass) const {
  std::vector<Label> labels(text.labels.size(), kOutside);
  for (const Example& segment : text.segments)
    label_segment({&text, segment, second_pass}, labels);
  return labels;
}

// Viterbi's algorithm.
void Trainer::label_segment(const Lesson& lesson, std::vector<Label>& labels) const {
  const std::size_t length = length_of(lesson);
  std::vector<std::array<float, kLabels>> best(length);
  std::vector<std::array<Label, kLabels>> from(length);
  for (std::size_t k = 0; k < length; ++k) {
    const Weights emission = emission_of(lesson, k);
    const auto& step = transitions_[joint_index(lesson, k)];
    for (std::size_t next = 0; next < kLabels; ++next) {
      best[k][next] = kImpossible;
      for (std::size_t before = 0; before < (k == 0 ? 1 : kLabels); ++before) {
        if (!allowed(before, next)) continue;
        const float sum = (k == 0 ? 0 : best[k - 1][before]) + step[before][next];
        if (sum <= best[k][next]) continue;
        best[k][next] = sum;
        from[k][next] = static_cast<Label>(before);
      }
      if (next != kOutside) best[k][next] += emission[next - 1];
    }
  }
  Label last = kOutside;
  for (std::size_t own = 1; own < kLabels; ++own)
    if (!is_open(static_cast<Label>(own)) &&
        best[length - 1][own] + transitions_[0][own][0] >
            best[length - 1][last] + transitions_[0][last][0])
      last = static_cast<Label>(own);
  for (std::size_t k = length; k-- > 0;) {
    labels[lesson.example.first + k] = last;
    last = from[k][last];
  }
}

}  // namespace dateline::names::crf
