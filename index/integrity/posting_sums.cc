#include "index/integrity/posting_sums.h"

#include <xxhash.h>

namespace dateline::integrity {

std::size_t PostingSums::group_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size()) % kGroups;
}

void PostingSums::add(std::string_view term, Xapian::docid docid,
                      Xapian::termcount wdf) {
  const std::uint64_t seed = std::uint64_t{docid} << 32 | wdf;
  sums_[group_of(term)] += XXH3_64bits_withSeed(term.data(), term.size(), seed);
}

bool PostingSums::differs(const PostingSums& other, std::string_view term) const {
  const std::size_t group = group_of(term);
  return sums_[group] != other.sums_[group];
}

}  // namespace dateline::integrity
