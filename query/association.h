// How strongly two properties of articles go together.

#pragma once

#include <cstddef>

namespace dateline {

/// Among `all` articles `first` have the one property, `second` the other and `both`
/// have both; so both <= first, second <= all and first + second - both <= all.
struct Association {
  std::size_t both = 0;
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t all = 0;
};

/// Whether there are more with both than there would be if one had nothing to do with
/// the other.
bool is_above_chance(const Association& counts);

/// The log-likelihood ratio of dependence against independence, G squared = 2 * sum of
/// observed * ln(observed / expected) over the four cells; 0 or more, either way of
/// dependence. It is to be trusted where counts are small, too, unlike chi squared,
/// whose distribution it shares. Source: T. Dunning, "Accurate Methods for the
/// Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993.
double log_likelihood(const Association& counts);

/// 2 * both / (first + second): 0 for never together, 1 for never apart. Source: L. R.
/// Dice, "Measures of the Amount of Ecologic Association Between Species", 1945.
double dice(const Association& counts);

/// A log_likelihood() that chance alone reaches once in a thousand times: chi squared
/// of one degree of freedom at p = 0.001.
inline constexpr double kSeldomByChance = 10.828;

}  // namespace dateline
