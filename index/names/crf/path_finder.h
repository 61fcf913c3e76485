// Viterbi's algorithm over the labels of a segment, forwards and backwards.

#pragma once

#include "index/names/crf/context.h"
#include "index/names/crf/labels.h"
#include "index/names/crf/model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::names::crf {

/// Finds the likeliest labels of segment after segment, keeping its memory. Sums fit 32
/// bits: a segment has at most kLongestSegment sites.
class PathFinder {
 public:
  /// One of each for every site.
  struct Sites {
    std::span<const Site> sites;
    std::span<const Emission> emissions;
    std::span<Label> labels;  ///< Written.
    /// Written unless empty or all labels are kOutside: by how much the best path beats
    /// the best one with another label here.
    std::span<std::int32_t> margins;
  };

  void find(const Sites& segment, const PathWeights& weights);

 private:
  // The best score of a path to or from each label, by what may follow it.
  struct Scores {
    alignas(16) std::array<std::int32_t, kEndsPadded> ended;  // Last, unit, outside.
    std::array<std::int32_t, kKinds> begun;
    std::array<std::int32_t, kKinds> inside;
  };

  void run_forward(const Sites& segment, const PathWeights& weights);
  void trace_back(const Sites& segment, const PathWeights& weights);
  void find_margins(const Sites& segment, const PathWeights& weights);

  static std::int32_t& score_of(Scores& scores, Label label);
  static std::int32_t largest(const Scores& scores);

  std::vector<Scores> best_;  // By site.
};

}  // namespace dateline::names::crf
