#include "index/names/links/spelling.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kFewestLetters = 5;
constexpr std::size_t kMostEdits = 2;
constexpr std::size_t kLongestWord = 40;

// Spellings of one sound, the longer first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSounds = {
    {{"shch", "s"},
     {"sch", "s"},
     {"tch", "c"},
     {"ch", "c"},
     {"sh", "s"},
     {"zh", "z"},
     {"kh", "h"},
     {"ph", "f"},
     {"th", "t"},
     {"ck", "k"},
     {"ts", "z"},
     {"w", "v"}}};

bool is_silent(char c) {
  return std::string_view("aeiouyhj").find(c) != std::string_view::npos;
}

// "petrova" of "petrov": the wife or daughter.
bool differs_in_sex(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() == a.size() + 1) return b.ends_with('a') && b.starts_with(a);
  const auto ends = [](std::string_view word, std::string_view man) {
    return word.ends_with(man);
  };
  const bool man =
      ends(a, "sky") || ends(a, "skiy") || ends(a, "ski") || ends(a, "skyy");
  return man && ends(b, "skaya") &&
         a.substr(0, a.rfind("sk")) == b.substr(0, b.rfind("sk"));
}

}  // namespace

std::string skeleton(std::string_view folded) {
  std::string bones;
  for (std::size_t i = 0; i < folded.size();) {
    std::string_view sound = folded.substr(i, 1);
    std::size_t length = 1;
    for (const auto& [spelt, meant] : kSounds) {
      if (!folded.substr(i).starts_with(spelt)) continue;
      sound = meant;
      length = spelt.size();
      break;
    }
    const bool kept =
        bones.empty() || (!is_silent(sound[0]) && bones.back() != sound[0]);
    if (kept) bones += sound[0];
    i += length;
  }
  return bones;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return limit + 1;
  std::array<std::array<std::size_t, kLongestWord + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& before = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

bool may_be_misspelt(std::string_view a, std::string_view b) {
  if (a.size() < kFewestLetters || b.size() < kFewestLetters || a[0] != b[0] || a == b)
    return false;
  return edit_distance(a, b, kMostEdits) <= kMostEdits && skeleton(a) == skeleton(b) &&
         !differs_in_sex(a, b);
}

}  // namespace dateline::names
