#include "index/regions/region_trainer.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>

namespace dateline::regions {
namespace {

constexpr int kEpochs = 8;
constexpr int kScale = 16;  // From weights while training to those written.
constexpr std::int16_t kRuledOut = -3000;  // A bonus below: a rule is sure.
constexpr std::int16_t kMargin = 60;  // By which the right regions are to win, a line.

class Perceptron {
 public:
  Perceptron() {
    now_.features.resize(feature_count());
    now_.follow = {};
    feature_sums_.resize(feature_count());
  }

  RegionModel train(const std::vector<const Example*>& examples,
                    const Furniture& furniture) {
    std::deque<std::string> pool;
    const std::vector<Example> pages = all_pages(examples, furniture, pool);
    std::vector<const Example*> order;
    for (const Example& page : pages) order.push_back(&page);
    std::uint32_t random = 1;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) {
        random = random * 1664525U + 1013904223U;
        std::swap(order[i - 1], order[(random >> 8) % i]);
      }
      for (const Example* example : order) learn(*example);
    }
    return averaged();
  }

 private:
  void learn(const Example& example) {
    ++step_;
    std::vector<WeightRow> margin = example.bonus;
    for (std::size_t i = 0; i < margin.size(); ++i) {
      for (std::int16_t& score : margin[i])
        score = static_cast<std::int16_t>(score / kScale + kMargin);
      margin[i][choice_of(example.truth[i])] -= kMargin;
    }
    const auto found = decode(now_, example.features, margin);
    if (found == example.truth) return;
    for (std::size_t i = 0; i < found.size(); ++i) {
      // Weights are not to learn against a rule.
      const bool ruled_out = example.bonus[i][choice_of(example.truth[i])] < kRuledOut;
      if (found[i] != example.truth[i] && !ruled_out) {
        for (const std::uint16_t feature : example.features[i]) {
          change(now_.features[feature], feature_sums_[feature], example.truth[i], 1);
          change(now_.features[feature], feature_sums_[feature], found[i], -1);
        }
      }
      change_follow(i == 0 ? Region::kTitle : example.truth[i - 1], i == 0,
                    example.truth[i], 1);
      change_follow(i == 0 ? Region::kTitle : found[i - 1], i == 0, found[i], -1);
    }
  }

  void change_follow(Region before, bool first, Region region, std::int32_t by) {
    const std::size_t row = first ? kChoices : choice_of(before);
    change(now_.follow[row], follow_sums_[row], region, by);
  }

  using Sums = std::array<std::int64_t, kChoices>;

  void change(WeightRow& now, Sums& sum, Region region, std::int32_t by) const {
    now[choice_of(region)] = static_cast<std::int16_t>(now[choice_of(region)] + by);
    sum[choice_of(region)] += std::int64_t{by} * step_;
  }

  void average(WeightRow& row, const Sums& sum) const {
    for (std::size_t r = 0; r < row.size(); ++r) {
      const double mean = row[r] - static_cast<double>(sum[r]) / step_;
      row[r] = static_cast<std::int16_t>(std::lround(mean * kScale));
    }
  }

  RegionModel averaged() {
    RegionModel model = now_;
    for (std::size_t i = 0; i < model.features.size(); ++i)
      average(model.features[i], feature_sums_[i]);
    for (std::size_t i = 0; i < model.follow.size(); ++i)
      average(model.follow[i], follow_sums_[i]);
    return model;
  }

  RegionModel now_;
  std::vector<Sums> feature_sums_;  // Of changes, each times the step it came with.
  std::array<Sums, kChoices + 1> follow_sums_{};
  std::int32_t step_ = 0;
};

}  // namespace

RegionModel train_regions(const std::vector<const Example*>& examples,
                          const Furniture& furniture) {
  return Perceptron().train(examples, furniture);
}

}  // namespace dateline::regions
