// Values that are more frequent among the articles found than in the whole index.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace dateline {

/// How many of the articles found have a value.
struct CountedValue {
  std::uint32_t place = 0;  ///< The caller's number of the value.
  std::size_t count = 0;
};

/// A value that is typical of the articles found.
struct TypicalValue {
  CountedValue value;
  std::size_t in_index = 0;  ///< Articles of the whole index that have it.
  double score = 0;          ///< log_likelihood().
};

/// What typical_values() is told.
struct TypicalQuestion {
  std::size_t found = 0;     ///< Articles that were found,
  std::size_t articles = 0;  ///< and those of the index.
  std::size_t limit = 0;     ///< Values wanted; 0: all.

  /// How many articles of the index have the value at a place. Asked for no more of
  /// them than may be among the most typical.
  std::function<std::size_t(std::uint32_t place)> in_index;

  /// The order of places whose scores are equal.
  std::function<bool(std::uint32_t, std::uint32_t)> before;
};

/// The values that are above chance, and seldom by chance (kSeldomByChance), by falling
/// score.
std::vector<TypicalValue> typical_values(std::vector<CountedValue> counted,
                                         const TypicalQuestion& question);

}  // namespace dateline
