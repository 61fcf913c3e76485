// How many letters words are off, one word after another of a sorted list.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The distance of Damerau and Levenshtein between one word and words that are given
/// letter by letter: the fewest letters to insert, delete, change or swap with their
/// neighbour, where swapped letters may have others put between them ("ca" and "abc"
/// are 2 off). After Lowrance and Wagner, "An Extension of the String-to-String
/// Correction Problem", Journal of the ACM 22(2), 1975. Words that begin alike share
/// the work on their beginning. One object belongs to one thread at a time.
class EditDistance {
 public:
  /// To `word`; distances above `most` are not told apart.
  EditDistance(std::u32string_view word, std::uint32_t most);

  /// Letters given so far.
  std::size_t size() const { return letters_.size(); }

  /// Takes letters back until `size` are left.
  void shorten(std::size_t size);

  /// One more letter; false: no word that begins with these is near enough. Time is
  /// linear in `most`.
  bool add(char32_t letter);

  /// Between the letters given and the word; `most` + 1 where it is more.
  std::uint32_t distance() const;

 private:
  std::uint32_t at(std::size_t row, std::size_t column) const {
    return cells_[row * width_ + column];
  }
  std::uint32_t swapped(std::size_t row, std::size_t column) const;

  std::u32string word_;
  std::uint32_t most_;
  std::size_t width_;
  std::u32string letters_;
  std::vector<std::uint32_t> cells_;  // A row for each letter, and one before them.
};

}  // namespace dateline
