#include "query/edit_distance.h"

#include <algorithm>

namespace dateline {

EditDistance::EditDistance(std::u32string_view word, std::uint32_t most)
    : word_(word), most_(most), width_(word.size() + 1) {
  for (std::size_t column = 0; column < width_; ++column) {
    cells_.push_back(static_cast<std::uint32_t>(
        std::min<std::size_t>(column, std::size_t{most_} + 1)));
  }
}

void EditDistance::shorten(std::size_t size) {
  letters_.resize(std::min(size, letters_.size()));
  cells_.resize((letters_.size() + 1) * width_);
}

// By swapping this letter with the one before it that the word has here, all between
// put in or taken out.
std::uint32_t EditDistance::swapped(std::size_t row, std::size_t column) const {
  const std::size_t nearest_row = row > most_ ? row - most_ : 1;
  const std::size_t nearest_column = column > most_ ? column - most_ : 1;
  std::size_t k = row - 1;
  while (k >= nearest_row && letters_[k - 1] != word_[column - 1]) --k;
  std::size_t l = column - 1;
  while (l >= nearest_column && word_[l - 1] != letters_[row - 1]) --l;
  if (k < nearest_row || l < nearest_column) return most_ + 1;
  return at(k - 1, l - 1) +
         static_cast<std::uint32_t>((row - k - 1) + 1 + (column - l - 1));
}

bool EditDistance::add(char32_t letter) {
  letters_ += letter;
  const std::size_t row = letters_.size();
  const std::uint32_t too_many = most_ + 1;
  cells_.resize((row + 1) * width_, too_many);
  std::uint32_t* const cells = cells_.data() + row * width_;
  // Only cells within `most` of the diagonal can be near enough.
  const std::size_t begin = row > most_ ? row - most_ : 0;
  const std::size_t end = std::min(width_, row + most_ + 1);
  std::uint32_t least = too_many;
  for (std::size_t column = begin; column < end; ++column) {
    std::uint32_t cell = std::min(at(row - 1, column) + 1, too_many);
    if (column > 0) {
      const std::uint32_t change = word_[column - 1] == letter ? 0 : 1;
      cell = std::min(cell, at(row - 1, column - 1) + change);
      if (column > begin) cell = std::min(cell, cells[column - 1] + 1);
      cell = std::min(cell, swapped(row, column));
    }
    cells[column] = cell;
    least = std::min(least, cell);
  }
  return least <= most_;
}

std::uint32_t EditDistance::distance() const {
  return std::min(at(letters_.size(), width_ - 1), most_ + 1);
}

}  // namespace dateline
