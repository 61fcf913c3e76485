#include "tools/scores/best_pairing.h"

#include <cstddef>
#include <limits>

namespace dateline::scores {
namespace {

// Rows and columns are numbered from 1; column 0 stands for the row being placed.
class Pairing {
 public:
  Pairing(const std::vector<std::vector<double>>& weights, std::size_t columns)
      : weights_(weights),
        row_potential_(weights.size() + 1),
        column_potential_(columns + 1),
        row_of_(columns + 1) {}

  // Gives `row` a column, moving others where that is cheaper.
  void place(std::size_t row) {
    row_of_[0] = row;
    path_.assign(row_of_.size(), 0);
    distance_.assign(row_of_.size(), std::numeric_limits<double>::infinity());
    reached_.assign(row_of_.size(), false);
    std::size_t column = 0;
    while (row_of_[column] != 0) {
      reached_[column] = true;
      column = nearest_from(column);
    }
    for (; column != 0; column = path_[column])
      row_of_[column] = row_of_[path_[column]];
  }

  double sum() const {
    double sum = 0;
    for (std::size_t j = 1; j < row_of_.size(); ++j) {
      if (row_of_[j] != 0) sum += weights_[row_of_[j] - 1][j - 1];
    }
    return sum;
  }

 private:
  // The column that is reached next, at the least cost; potentials follow.
  std::size_t nearest_from(std::size_t column) {
    const std::size_t row = row_of_[column];
    double least = std::numeric_limits<double>::infinity();
    std::size_t nearest = 0;
    for (std::size_t j = 1; j < row_of_.size(); ++j) {
      if (reached_[j]) continue;
      const double cost =
          -weights_[row - 1][j - 1] - row_potential_[row] - column_potential_[j];
      if (cost < distance_[j]) {
        distance_[j] = cost;
        path_[j] = column;
      }
      if (distance_[j] < least) {
        least = distance_[j];
        nearest = j;
      }
    }
    shift(least);
    return nearest;
  }

  void shift(double least) {
    for (std::size_t j = 0; j < row_of_.size(); ++j) {
      if (reached_[j]) {
        row_potential_[row_of_[j]] += least;
        column_potential_[j] -= least;
      } else {
        distance_[j] -= least;
      }
    }
  }

  const std::vector<std::vector<double>>& weights_;
  std::vector<double> row_potential_, column_potential_;
  std::vector<std::size_t> row_of_;  // By column; 0: free.
  std::vector<std::size_t> path_;    // The column that each was reached from.
  std::vector<double> distance_;
  std::vector<bool> reached_;
};

}  // namespace

double best_pairing(const std::vector<std::vector<double>>& weights) {
  if (weights.empty()) return 0;
  Pairing pairing(weights, weights.front().size());
  for (std::size_t row = 1; row <= weights.size(); ++row) pairing.place(row);
  return pairing.sum();
}

}  // namespace dateline::scores
