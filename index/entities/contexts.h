// In whose company names stand: the names that share their articles.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "index/entities/evidence.h"
#include "index/entities/name_statistics.h"

namespace dateline::entities {

/// Two names that may be one entity; the lesser number first.
struct NamePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;

  friend auto operator<=>(const NamePair&, const NamePair&) = default;
};

/// The company of chosen names: of each the 20 that weigh most beside it. A name that
/// everybody stands beside, a country's, weighs little. Only names beside a name decide
/// its company, so that an article changes that of its own names and no others.
class Contexts {
 public:
  /// Reads the articles of `source`, in as many passes as keep memory within bounds.
  /// `names` and `pairs` are sorted, without doubles; the names of `pairs` are among
  /// `names`. Of names in very many articles a sample is read, the same in any order of
  /// articles.
  Contexts(const NameSource& source, const NameStatistics& statistics,
           std::span<const ParsedName> parsed, std::vector<std::uint32_t> names,
           std::vector<NamePair> pairs);

  /// The company of a pair; `together` only of those given to the constructor, in
  /// articles of the sample of the lesser.
  Company company(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Item {
    std::uint32_t name;
    std::uint32_t weight;  // Whole numbers: the same sums on every machine.
  };
  // The names beside a name, in any order, and by name in how many articles.
  struct Beside {
    std::span<const std::uint32_t> names;
    std::span<const std::uint32_t> counts;
  };
  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  class Pass;

  std::span<const Item> items(std::uint32_t name) const;
  void keep(std::size_t index, const Beside& beside, std::size_t sampled);
  void keep_together(std::uint32_t name, std::span<const std::uint32_t> counts);

  const NameStatistics& statistics_;
  std::vector<std::uint8_t> weights_;  // By name of the statistics: see weight_of().
  std::vector<std::uint32_t> names_;
  std::vector<std::uint32_t> indexes_;  // By name of the statistics: in names_.
  std::vector<NamePair> pairs_;
  std::vector<std::uint32_t> together_;  // By pair.
  std::vector<Place> places_;            // By name: in items_.
  std::vector<Item> items_;
};

}  // namespace dateline::entities
