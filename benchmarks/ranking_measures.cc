#include "benchmarks/ranking_measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace dateline::bench {
namespace {

double gain_of(const std::string& document, const Judgements& judged) {
  const auto found = judged.find(document);
  return found == judged.end() ? 0 : std::max(0.0, found->second);
}

// `place` counts from 0.
double discounted(double gain, std::size_t place) {
  return gain / std::log2(2.0 + static_cast<double>(place));
}

double best_gain(std::size_t depth, const Judgements& judged) {
  std::vector<double> gains;
  for (const auto& [document, gain] : judged) gains.push_back(std::max(0.0, gain));
  std::sort(gains.begin(), gains.end(), std::greater{});
  double sum = 0;
  for (std::size_t i = 0; i < std::min(depth, gains.size()); ++i) {
    sum += discounted(gains[i], i);
  }
  return sum;
}

}  // namespace

std::size_t relevant_in(const Judgements& judged) {
  return static_cast<std::size_t>(
      std::count_if(judged.begin(), judged.end(),
                    [](const auto& judgement) { return judgement.second > 0; }));
}

double precision_at(std::size_t depth, std::span<const std::string> ranking,
                    const Judgements& judged) {
  std::size_t relevant = 0;
  for (const std::string& document : ranking.first(std::min(depth, ranking.size()))) {
    relevant += gain_of(document, judged) > 0;
  }
  return depth == 0 ? 0 : static_cast<double>(relevant) / static_cast<double>(depth);
}

double average_precision(std::span<const std::string> ranking,
                         const Judgements& judged) {
  const std::size_t all = relevant_in(judged);
  double sum = 0;
  double found = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (gain_of(ranking[i], judged) <= 0) continue;
    ++found;
    sum += found / static_cast<double>(i + 1);
  }
  return all == 0 ? 0 : sum / static_cast<double>(all);
}

double ndcg_at(std::size_t depth, std::span<const std::string> ranking,
               const Judgements& judged) {
  const double best = best_gain(depth, judged);
  if (best <= 0) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    sum += discounted(gain_of(ranking[i], judged), i);
  }
  return sum / best;
}

}  // namespace dateline::bench
