#include "index/duplicates/copy_pairs.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "index/duplicates/candidates.h"

namespace dateline::duplicates {
namespace {

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
  std::vector<const Signature*> signatures;
  for (const std::size_t text : texts) {
    const Signature& signature = fingerprints[text].signature;
    if (!signature) continue;
    rows.push_back(text);
    signatures.push_back(&signature);
  }
  std::vector<IndexPair> pairs;
  for_each_candidate(signatures, [&](std::uint32_t a, std::uint32_t b) {
    if (!are_copies(*signatures[a], *signatures[b])) return;
    pairs.push_back(ordered(rows[a], rows[b]));
  });
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
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
