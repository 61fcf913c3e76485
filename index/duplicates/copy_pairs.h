// Finding the copies among many texts without comparing each with each.

#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "index/duplicates/fingerprint.h"

namespace dateline::duplicates {

/// Two texts by their indices, the lower one first.
using IndexPair = std::pair<std::size_t, std::size_t>;

/// The texts that are equal, a list of ascending indices for each distinct text, in the
/// order of the first of each. Texts without words are in none.
std::vector<std::vector<std::size_t>> equal_texts(
    std::span<const Fingerprint> fingerprints);

/// The pairs among `texts`, indices into `fingerprints`, that are candidates and whose
/// signatures are those of copies; ordered. Time and memory grow with n log n and with
/// the pairs that share a band.
std::vector<IndexPair> near_pairs(std::span<const Fingerprint> fingerprints,
                                  std::span<const std::size_t> texts);

/// All pairs of copies, equal texts among them; ordered.
std::vector<IndexPair> copy_pairs(std::span<const Fingerprint> fingerprints);

}  // namespace dateline::duplicates
