// Postings added up, so that two ways of walking over all of them can be compared.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::integrity {

/// A sum for each of some thousands of groups of terms; none depends on the order.
class PostingSums {
 public:
  PostingSums() : sums_(kGroups) {}

  void add(std::string_view term, Xapian::docid docid, Xapian::termcount wdf);

  /// Whether the postings of the group that `term` is in are others there.
  bool differs(const PostingSums& other, std::string_view term) const;

  friend bool operator==(const PostingSums&, const PostingSums&) = default;

 private:
  static constexpr std::size_t kGroups = std::size_t{1} << 16;

  static std::size_t group_of(std::string_view term);

  std::vector<std::uint64_t> sums_;
};

}  // namespace dateline::integrity
