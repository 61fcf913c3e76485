#include "index/duplicates/copy_pairs.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace dateline::duplicates {
namespace {

// One text by one of its bands.
struct Banded {
  std::uint32_t band = 0;
  std::size_t row = 0;  // In the list of bands.

  friend auto operator<=>(const Banded&, const Banded&) = default;
};

// Whether two texts have met in a band before the one numbered `band`.
bool have_met(const Bands& a, const Bands& b, std::size_t band) {
  for (std::size_t i = 0; i < band; ++i) {
    if (a[i] == b[i]) return true;
  }
  return false;
}

IndexPair ordered(std::size_t a, std::size_t b) { return std::minmax({a, b}); }

}  // namespace

std::vector<std::vector<std::size_t>> equal_texts(
    std::span<const Fingerprint> fingerprints) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < fingerprints.size(); ++i) {
    if (fingerprints[i].words != 0) order.push_back(i);
  }
  std::ranges::sort(order, {},
                    [&](std::size_t i) { return std::tuple(fingerprints[i].text, i); });
  std::vector<std::vector<std::size_t>> groups;
  const TextHash* last = nullptr;
  for (const std::size_t i : order) {
    if (last == nullptr || *last != fingerprints[i].text) groups.emplace_back();
    last = &fingerprints[i].text;
    groups.back().push_back(i);
  }
  std::ranges::sort(groups);
  return groups;
}

std::vector<IndexPair> near_pairs(std::span<const Fingerprint> fingerprints,
                                  std::span<const std::size_t> texts) {
  std::vector<std::size_t> rows;
  std::vector<Bands> row_bands;
  for (const std::size_t text : texts) {
    const Signature& signature = fingerprints[text].signature;
    if (!signature) continue;
    rows.push_back(text);
    row_bands.push_back(bands(signature));
  }
  std::vector<IndexPair> pairs;
  std::vector<Banded> order(rows.size());
  for (std::size_t band = 0; band < kBands; ++band) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      order[row] = {row_bands[row][band], row};
    }
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::size_t a = order[i].row;
      for (std::size_t j = i + 1; j < order.size() && order[j].band == order[i].band;
           ++j) {
        const std::size_t b = order[j].row;
        if (have_met(row_bands[a], row_bands[b], band)) continue;
        if (are_copies(fingerprints[rows[a]].signature,
                       fingerprints[rows[b]].signature)) {
          pairs.push_back(ordered(rows[a], rows[b]));
        }
      }
    }
  }
  return pairs;
}

std::vector<IndexPair> copy_pairs(std::span<const Fingerprint> fingerprints) {
  const auto groups = equal_texts(fingerprints);
  std::vector<std::size_t> group_of(fingerprints.size());
  std::vector<std::size_t> firsts;
  std::vector<IndexPair> pairs;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    firsts.push_back(groups[g].front());
    group_of[groups[g].front()] = g;
    for (auto a = groups[g].begin(); a != groups[g].end(); ++a) {
      for (auto b = a + 1; b != groups[g].end(); ++b) pairs.emplace_back(*a, *b);
    }
  }
  for (const auto& [first, second] : near_pairs(fingerprints, firsts)) {
    for (const std::size_t a : groups[group_of[first]]) {
      for (const std::size_t b : groups[group_of[second]]) {
        pairs.push_back(ordered(a, b));
      }
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace dateline::duplicates
