#include "index/duplicates/signature.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace dateline::duplicates {
namespace {

// The finaliser of MurmurHash3: every bit of the result depends on every bit.
constexpr std::uint64_t mix(std::uint64_t key) {
  key = (key ^ (key >> 33)) * 0xFF51AFD7ED558CCDu;
  key = (key ^ (key >> 33)) * 0xC4CEB9FE1A85EC53u;
  return key ^ (key >> 33);
}

// The first bits of a hash say which bin, so that in the order of hashes bins follow
// each other, and the least shingle of each comes first.
constexpr std::size_t bin_of(std::uint64_t hash) { return hash >> 57; }
static_assert(bin_of(std::numeric_limits<std::uint64_t>::max()) + 1 == kBins);

void fill_empty_bins(Signature& signature, const std::array<bool, kBins>& filled) {
  for (std::uint64_t bin = 0; bin < kBins; ++bin) {
    if (filled[bin]) continue;
    std::size_t from = bin;
    // A bin is hit in 128 tries on the average where only one is filled.
    for (std::uint64_t attempt = 1; !filled[from]; ++attempt) {
      from = bin_of(mix(bin << 32 | attempt));
    }
    signature.bins[bin] = signature.bins[from];
  }
}

// Hashes by their bins. A hash table would find equal ones as fast as sorting, but
// there are texts that would make it slow.
class HashesByBin {
 public:
  explicit HashesByBin(std::span<const std::uint64_t> hashes) : hashes_(hashes.size()) {
    for (const std::uint64_t hash : hashes) ++ends_[bin_of(hash) + 1];
    for (std::size_t bin = 0; bin < kBins; ++bin) ends_[bin + 1] += ends_[bin];
    // What was where a bin begins moves on to its end.
    for (const std::uint64_t hash : hashes) hashes_[ends_[bin_of(hash)]++] = hash;
  }

  // The distinct hashes of a bin, in order. Bins are asked for once, from the first on.
  std::span<const std::uint64_t> next_bin() {
    const std::span all(hashes_);
    const auto bin = all.subspan(begin_, ends_[bin_] - begin_);
    begin_ = ends_[bin_++];
    if (bin.size() < 2) return bin;  // Most of them hold few.
    if (bin.size() == 2) {
      if (bin[0] > bin[1]) std::swap(bin[0], bin[1]);
      return bin.first(bin[0] == bin[1] ? 1 : 2);
    }
    std::sort(bin.begin(), bin.end());
    return {bin.begin(), std::unique(bin.begin(), bin.end())};
  }

 private:
  std::vector<std::uint64_t> hashes_;
  std::array<std::size_t, kBins + 1> ends_{};
  std::size_t bin_ = 0;
  std::size_t begin_ = 0;
};

}  // namespace

Signature make_signature(std::span<const std::uint64_t> shingle_hashes) {
  Signature signature;
  if (shingle_hashes.empty()) return signature;
  std::array<bool, kBins> filled{};
  std::size_t distinct = 0;
  HashesByBin hashes(shingle_hashes);
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const auto inside = hashes.next_bin();
    distinct += inside.size();
    filled[bin] = !inside.empty();
    if (filled[bin]) signature.bins[bin] = static_cast<std::uint8_t>(inside.front());
  }
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  signature.shingles = static_cast<std::uint32_t>(std::min(distinct, kMost));
  fill_empty_bins(signature, filled);
  return signature;
}

double jaccard(const Signature& a, const Signature& b) {
  if (!a || !b) return 0;
  unsigned equal = 0;
  for (std::size_t i = 0; i < kBins; ++i) equal += a.bins[i] == b.bins[i] ? 1U : 0U;
  constexpr double kByChance = 1.0 / 256;
  const double share = equal / static_cast<double>(kBins);
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

double containment(const Signature& a, const Signature& b) {
  if (!a || !b) return 0;
  const double index = jaccard(a, b);
  const double both = index / (1 + index) * (double{1} * a.shingles + b.shingles);
  return std::min(1.0, both / std::min(a.shingles, b.shingles));
}

bool are_copies(const Signature& a, const Signature& b) {
  const auto [shorter, longer] = std::minmax({a.shingles, b.shingles});
  const double index = jaccard(a, b);
  if (index >= (longer > kBriefShingles ? kCopyJaccard : kBriefCopyJaccard))
    return true;
  return shorter > kBriefShingles && index >= kLeastJaccard &&
         containment(a, b) >= kCopyContainment;
}

Bands bands(const Signature& signature) {
  Bands bands{};
  for (std::size_t i = 0; i < kBands; ++i) bands[i] = band(signature, i);
  return bands;
}

}  // namespace dateline::duplicates
