#include "index/duplicates/signature.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

namespace dateline::duplicates {
namespace {

// The finaliser of MurmurHash3: every bit of the result depends on every bit.
constexpr std::uint64_t mix(std::uint64_t key) {
  key = (key ^ (key >> 33)) * 0xFF51AFD7ED558CCDu;
  key = (key ^ (key >> 33)) * 0xC4CEB9FE1A85EC53u;
  return key ^ (key >> 33);
}

// The first bits of a hash say which bin.
constexpr std::size_t bin_of(std::uint64_t hash) { return hash >> 57; }
static_assert(bin_of(std::numeric_limits<std::uint64_t>::max()) + 1 == kBins);

// Where an empty bin looks at its first attempts.
constexpr std::size_t kFirstAttempts = 8;
constexpr auto kLenders = [] {
  std::array<std::array<std::uint8_t, kFirstAttempts>, kBins> lenders{};
  for (std::uint64_t bin = 0; bin < kBins; ++bin)
    for (std::uint64_t attempt = 0; attempt < kFirstAttempts; ++attempt)
      lenders[bin][attempt] =
          static_cast<std::uint8_t>(bin_of(mix(bin << 32 | (attempt + 1))));
  return lenders;
}();

// Round after round: each leaves the bins that have found only empty ones. Of a short
// text half are empty, and which they are nothing foretells: so no branch is on that.
void fill_empty_bins(Signature& signature, const std::array<bool, kBins>& filled) {
  std::array<std::uint8_t, kBins> empty;
  std::size_t count = 0;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    empty[count] = static_cast<std::uint8_t>(bin);
    count += !filled[bin];
  }
  // A bin is hit in 128 tries on the average where only one is filled.
  for (std::uint64_t attempt = 1; count > 0; ++attempt) {
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint8_t bin = empty[i];
      const std::size_t from = attempt <= kFirstAttempts
                                   ? kLenders[bin][attempt - 1]
                                   : bin_of(mix(std::uint64_t{bin} << 32 | attempt));
      signature.bins[bin] = signature.bins[from];
      empty[left] = bin;
      left += !filled[from];
    }
    count = left;
  }
}

// Counts distinct hashes: nearly all find a cell of their own; what does not is sorted,
// so that there is no text that makes it slow.
class DistinctHashes {
 public:
  explicit DistinctHashes(std::size_t hashes)
      : cells_(std::min(std::bit_ceil(4 * hashes), kMostCells)), others_(hashes) {}

  // At most as often as was said. Whether the cell is taken nothing foretells.
  void add(std::uint64_t hash) {
    std::uint64_t& cell = cells_[hash & (cells_.size() - 1)];
    const bool is_alone = (cell == 0) & (hash != 0);
    cell = is_alone ? hash : cell;
    alone_ += is_alone;
    others_[other_count_] = hash;
    other_count_ += (cell != hash) | (hash == 0);
  }

  std::size_t count() {
    const auto first = others_.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(other_count_);
    std::sort(first, last);
    return alone_ + static_cast<std::size_t>(std::unique(first, last) - first);
  }

 private:
  static constexpr std::size_t kMostCells = std::size_t{1} << 16;

  std::vector<std::uint64_t> cells_;  // 0: empty.
  std::vector<std::uint64_t> others_;
  std::size_t other_count_ = 0;
  std::size_t alone_ = 0;
};

}  // namespace

Signature make_signature(std::span<const std::uint64_t> shingle_hashes) {
  Signature signature;
  if (shingle_hashes.empty()) return signature;
  std::array<bool, kBins> filled{};
  std::array<std::uint64_t, kBins> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  DistinctHashes distinct(shingle_hashes.size());
  for (const std::uint64_t hash : shingle_hashes) {
    const std::size_t bin = bin_of(hash);
    filled[bin] = true;
    least[bin] = std::min(least[bin], hash);
    distinct.add(hash);
  }
  for (std::size_t bin = 0; bin < kBins; ++bin)
    signature.bins[bin] = static_cast<std::uint8_t>(least[bin]);
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  signature.shingles = static_cast<std::uint32_t>(std::min(distinct.count(), kMost));
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
