// Precision, recall and F1 of things that are right or wrong.

#pragma once

#include <cstddef>

namespace dateline::scores {

/// How many were right of those found, and of those there are.
struct Tally {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  Tally& operator+=(const Tally& other) {
    right += other.right;
    found += other.found;
    gold += other.gold;
    return *this;
  }

  friend bool operator==(const Tally&, const Tally&) = default;

  /// 0 where nothing was found, or nothing is there.
  double precision() const { return ratio(right, found); }
  double recall() const { return ratio(right, gold); }

  /// The harmonic mean of the two: 2 right / (found + gold).
  double f1() const { return ratio(2 * right, found + gold); }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// Where what is found is right by one rule, and what is there is met by another.
struct TwoSidedTally {
  std::size_t right = 0;  ///< Of those found.
  std::size_t found = 0;
  std::size_t met = 0;  ///< Of those there are.
  std::size_t gold = 0;

  TwoSidedTally& operator+=(const TwoSidedTally& other) {
    right += other.right;
    found += other.found;
    met += other.met;
    gold += other.gold;
    return *this;
  }

  friend bool operator==(const TwoSidedTally&, const TwoSidedTally&) = default;

  /// 0 where nothing was found, or nothing is there.
  double precision() const { return Tally{right, found, 0}.precision(); }
  double recall() const { return Tally{met, 0, gold}.recall(); }

  /// The harmonic mean of the two.
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

}  // namespace dateline::scores
