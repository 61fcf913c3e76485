// How much text two articles share, told from 132 bytes of each.
//
// A text is the set of its shingles: every run of five words. Of two sets the Jaccard
// index |A ∩ B| / |A ∪ B| is estimated by one-permutation MinHash (Li, Owen and Zhang,
// "One permutation hashing", NIPS 2012): a hash puts each shingle into one of 128 bins,
// and the least of a bin stands for it. The share of bins in which two texts have the
// same least shingle estimates the index. Bins that a short text leaves empty borrow
// from others, in an order that is the same for every text (Shrivastava, "Optimal
// densification for fast and accurate minwise hashing", ICML 2017). Of the least
// shingle eight bits are kept (Li and König, "b-bit minwise hashing", WWW 2010), and
// the 1 in 256 bins that agree by chance are reckoned with.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline::duplicates {

/// Words in a shingle.
inline constexpr std::size_t kShingleWords = 5;

inline constexpr std::size_t kBins = 128;

/// What is kept of the shingles of one text. The same on every machine.
struct Signature {
  std::array<std::uint8_t, kBins> bins{};
  std::uint32_t shingles = 0;  ///< Distinct ones. 0: there is no signature.

  explicit operator bool() const { return shingles != 0; }
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// The signature of a text whose shingles have these 64-bit hashes, in any order, the
/// same one perhaps often. None gives the empty signature.
Signature make_signature(std::span<const std::uint64_t> shingle_hashes);

/// Estimates |A ∩ B| / |A ∪ B|: 0 to 1, with a standard error of .04 around .6; 0 where
/// a signature is empty.
double jaccard(const Signature& a, const Signature& b);

/// Estimates how much of the shorter text is in the longer one, |A ∩ B| / min(|A|,
/// |B|): 0 to 1; 0 where a signature is empty.
double containment(const Signature& a, const Signature& b);

/// What makes two texts copies. Texts of a like length are copies where they share half
/// of their shingles; brief ones must be nearly the same, for of two market reports by
/// one form most words are. A text in a longer one is a copy where it is there nearly
/// whole, unless it is brief.
inline constexpr double kCopyJaccard = .50;
inline constexpr double kBriefCopyJaccard = .80;
inline constexpr double kCopyContainment = .85;
/// In a text of more than three times the length an estimate of containment is noise.
inline constexpr double kLeastJaccard = .30;
inline constexpr std::uint32_t kBriefShingles = 56;  ///< And fewer: 60 words.

/// Whether one of the two is a copy of the other, or both are of a third.
bool are_copies(const Signature& a, const Signature& b);

/// Locality-sensitive hashing: texts of which a band is equal may be copies; who has
/// found those has found, of 100 pairs, 99.6 where the Jaccard index is .5, 94 where it
/// is .4, 68 at .3, and 4 at .1.
inline constexpr std::size_t kBandRows = 3;
inline constexpr std::size_t kBands = kBins / kBandRows;

/// The 24 bits of each band. Bands of different places are never compared.
using Bands = std::array<std::uint32_t, kBands>;

/// One band of a signature that is not empty.
inline std::uint32_t band(const Signature& signature, std::size_t number) {
  std::uint32_t bits = 0;
  for (std::size_t row = 0; row < kBandRows; ++row) {
    bits = bits << 8 | signature.bins[number * kBandRows + row];
  }
  return bits;
}

/// All bands of a signature that is not empty.
Bands bands(const Signature& signature);

}  // namespace dateline::duplicates
