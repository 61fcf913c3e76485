#include "index/duplicates/chains.h"

#include <dateline/error.h>
#include <xxhash.h>

#include <algorithm>

#include "index/duplicates/candidates.h"
#include "index/duplicates/disjoint_sets.h"

namespace dateline::duplicates {

Signature stored_signature(std::string_view packed) {
  if (auto signature = unpack_signature(packed)) return *signature;
  throw Error(ErrorCode::kCorrupt,
              "What copies of an article are known by is damaged: rebuild the index.");
}

void ChainFinder::add(std::uint32_t article, std::string_view packed) {
  if (packed.empty()) return;
  const Signature signature = stored_signature(packed);
  const XXH128_hash_t hash = XXH3_128bits(packed.data(), packed.size());
  Text text{{hash.low64, hash.high64}, article, kNone};
  if (signature) {
    text.signature = static_cast<std::uint32_t>(signatures_.size());
    signatures_.push_back(signature);
  }
  texts_.push_back(text);
}

std::vector<std::vector<std::uint32_t>> ChainFinder::find() {
  std::ranges::sort(texts_);
  DisjointSets sets(texts_.size());
  // Equal texts are one chain, and the first of them speaks for all.
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < texts_.size(); ++row) {
    if (row > 0 && texts_[row].hash == texts_[row - 1].hash) {
      sets.unite(row - 1, row);
    } else if (texts_[row].signature != kNone) {
      rows.push_back(row);
    }
  }
  // In the order of memory, through which every band goes once.
  const auto place = [&](std::uint32_t row) { return texts_[row].signature; };
  std::ranges::sort(rows, {}, place);
  std::vector<const Signature*> signatures;
  for (const std::uint32_t row : rows) signatures.push_back(&signatures_[place(row)]);
  for_each_candidate(signatures, [&](std::uint32_t a, std::uint32_t b) {
    if (sets.find(rows[a]) == sets.find(rows[b])) return;
    if (are_copies(*signatures[a], *signatures[b])) sets.unite(rows[a], rows[b]);
  });
  std::vector<std::vector<std::uint32_t>> chains = sets.sets();
  for (auto& chain : chains) {
    for (std::uint32_t& row : chain) row = texts_[row].article;
    std::ranges::sort(chain);
  }
  std::ranges::sort(chains);
  return chains;
}

}  // namespace dateline::duplicates
