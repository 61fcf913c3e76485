// Names that may be one entity, brought together without comparing all with all.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "index/entities/contexts.h"
#include "index/entities/parsed_name.h"

namespace dateline::entities {

/// The blocks of some names: in each those that share a key, as in Hernandez and
/// Stolfo, "The merge/purge problem for large databases", 1995: the bones of a surname
/// with the class of an initial, all letters, all words in any order, initials, an
/// entry of the lists. Immutable.
class Blocks {
 public:
  /// Of the names 0 to parsed.size() - 1. Time is n log n in them.
  Blocks(const NameParser& parser, std::span<const ParsedName> parsed);

  /// Whether two names that share a block may have to do with each other.
  using Related = std::function<bool(std::uint32_t, std::uint32_t)>;

  /// Every pair of names that exist and are wanted, share a block and are `related`,
  /// once, sorted. In blocks of more than kLargeBlock names only neighbours are paired,
  /// so that their number is linear in that of the names.
  std::vector<NamePair> pairs(const std::vector<bool>& exists,
                              const std::vector<bool>& wanted,
                              const Related& related) const;

  /// All names on whose pairs those of `seeds` can have an influence, seeds included:
  /// those tied to one by `links`, those that share a block with one and are `related`
  /// or in a large block, and so on from each of them.
  std::vector<bool> closure(std::span<const std::uint32_t> seeds,
                            const Related& related,
                            std::span<const NamePair> links) const;

  static constexpr std::size_t kLargeBlock = 400;
  static constexpr std::size_t kNeighbours = 40;

 private:
  struct Entry {
    std::uint64_t key;
    std::uint32_t name;

    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  class Closure;
  class Places;

  void keep_blocks(std::span<const Entry> entries);

  std::size_t size() const { return ends_.size() - 1; }
  std::span<const std::uint32_t> block(std::size_t number) const {
    return std::span(members_).subspan(ends_[number],
                                       ends_[number + 1] - ends_[number]);
  }

  // Blocks of two names or more, one after the other, the names of each sorted.
  std::vector<std::uint32_t> members_;
  std::vector<std::size_t> ends_ = {0};
  std::size_t names_ = 0;
};

}  // namespace dateline::entities
