// A quick no to texts that are in no list.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::entities {

/// Tells apart most texts that were not added, at the price of a hash: a Bloom filter
/// of one bit a text. Safe to share between threads once all are added.
class TextFilter {
 public:
  /// For about `texts` texts: of others one in eight at most is taken for one of them.
  explicit TextFilter(std::size_t texts);

  void add(std::string_view text);

  /// True for every text that was added, and for some others.
  bool may_contain(std::string_view text) const;

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace dateline::entities
