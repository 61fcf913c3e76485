// Sets that grow together, pair by pair.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace dateline::duplicates {

/// Union-find by least member, with path halving (Tarjan and van Leeuwen, "Worst-case
/// analysis of set union algorithms", 1984).
class DisjointSets {
 public:
  /// Every one of `size` elements alone.
  explicit DisjointSets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }

  /// The least element of the set that `element` is in.
  std::uint32_t find(std::uint32_t element) {
    while (parents_[element] != element) {
      parents_[element] = parents_[parents_[element]];
      element = parents_[element];
    }
    return element;
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a > b) std::swap(a, b);
    parents_[b] = a;
  }

  /// The sets of two and more: elements ascending, sets by their first.
  std::vector<std::vector<std::uint32_t>> sets() {
    std::vector<std::vector<std::uint32_t>> found;
    std::vector<std::uint32_t> number(parents_.size(), kNone);
    for (std::uint32_t element = 0; element < parents_.size(); ++element) {
      const std::uint32_t least = find(element);
      if (least == element) continue;
      if (number[least] == kNone) {
        number[least] = static_cast<std::uint32_t>(found.size());
        found.push_back({least});
      }
      found[number[least]].push_back(element);
    }
    std::ranges::sort(found);
    return found;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  std::vector<std::uint32_t> parents_;
};

}  // namespace dateline::duplicates
