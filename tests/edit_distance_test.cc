// Words that are some letters off, against the matrix as the paper has it.

#include "query/edit_distance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/vocabulary.h"

namespace {

using dateline::characters_of;
using dateline::EditDistance;

// The whole matrix of Lowrance and Wagner, with their border of "infinite" cells.
std::size_t by_the_paper(std::u32string_view a, std::u32string_view b) {
  const std::size_t far = a.size() + b.size();
  std::vector<std::vector<std::size_t>> cells(
      a.size() + 2, std::vector<std::size_t>(b.size() + 2, far));
  for (std::size_t i = 0; i <= a.size(); ++i) cells[i + 1][1] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cells[1][j + 1] = j;
  std::map<char32_t, std::size_t> last_row;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t last_column = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t row = last_row[b[j - 1]];
      const std::size_t column = last_column;
      const bool same = a[i - 1] == b[j - 1];
      if (same) last_column = j;
      cells[i + 1][j + 1] = std::min(
          {cells[i][j] + (same ? 0 : 1), cells[i + 1][j] + 1, cells[i][j + 1] + 1,
           cells[row][column] + (i - row - 1) + 1 + (j - column - 1)});
    }
    last_row[a[i - 1]] = i;
  }
  return cells[a.size() + 1][b.size() + 1];
}

std::uint32_t distance(std::string_view a, std::string_view b, std::uint32_t most) {
  EditDistance edits(characters_of(a), most);
  for (const char32_t letter : characters_of(b)) edits.add(letter);
  return edits.distance();
}

TEST_CASE("edit distance: by hand") {
  CHECK(distance("lavrov", "lavrov", 2) == 0);
  CHECK(distance("lavrof", "lavrov", 2) == 1);
  CHECK(distance("lavrvo", "lavrov", 2) == 1);
  CHECK(distance("lvrov", "lavrov", 2) == 1);
  CHECK(distance("lavrrov", "lavrov", 2) == 1);
  CHECK(distance("ca", "abc", 2) == 2);  // Where optimal string alignment has 3.
  CHECK(distance("киев", "київ", 2) == 1);
  CHECK(distance("kyiv", "kharkiv", 2) == 3);
  CHECK(distance("", "ab", 2) == 2);
  CHECK(distance("ab", "", 1) == 2);
}

TEST_CASE("edit distance: the paper's matrix, over words in order") {
  std::mt19937 random(3);
  const auto word = [&] {
    std::u32string letters;
    for (auto n = random() % 8; n > 0; --n) letters += U"abcd"[random() % 4];
    return letters;
  };
  for (std::uint32_t round = 0; round < 60; ++round) {
    const std::u32string typed = word();
    const std::uint32_t most = 1 + round % 3;
    std::set<std::u32string> vocabulary;
    while (vocabulary.size() < 200) vocabulary.insert(word());
    EditDistance edits(typed, most);
    std::u32string before;
    for (const std::u32string& other : vocabulary) {
      const auto differs =
          std::mismatch(before.begin(), before.end(), other.begin(), other.end());
      edits.shorten(static_cast<std::size_t>(differs.first - before.begin()));
      bool near = true;
      while (near && edits.size() < other.size()) near = edits.add(other[edits.size()]);
      const std::size_t truth = by_the_paper(typed, other);
      if (near) {
        REQUIRE(edits.distance() == std::min<std::size_t>(truth, most + 1));
      } else {
        REQUIRE(truth > most);
      }
      before = other.substr(0, edits.size());
    }
  }
}

}  // namespace
