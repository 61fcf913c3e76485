#include "query/association.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// One cell of the table: what it adds to half of the ratio.
double cell(double observed, double row, double column, double all) {
  return observed > 0 ? observed * std::log(observed * all / (row * column)) : 0;
}

}  // namespace

bool is_above_chance(const Association& counts) {
  return static_cast<double>(counts.both) * static_cast<double>(counts.all) >
         static_cast<double>(counts.first) * static_cast<double>(counts.second);
}

double log_likelihood(const Association& counts) {
  const auto both = static_cast<double>(counts.both);
  const auto first = static_cast<double>(counts.first);
  const auto second = static_cast<double>(counts.second);
  const auto all = static_cast<double>(counts.all);
  const double sum = cell(both, first, second, all) +
                     cell(first - both, first, all - second, all) +
                     cell(second - both, all - first, second, all) +
                     cell(all - first - second + both, all - first, all - second, all);
  return std::max(0.0, 2 * sum);
}

double dice(const Association& counts) {
  const std::size_t sum = counts.first + counts.second;
  return sum == 0 ? 0 : 2 * static_cast<double>(counts.both) / static_cast<double>(sum);
}

}  // namespace dateline
