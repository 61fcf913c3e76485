// Pairs of texts that may be copies, without comparing each with each: those of which
// signatures share a band (locality-sensitive hashing).
//
// A band that very many texts share comes of words that all texts of a source have, and
// says nothing of copies. There the next band must be shared as well, and so on until
// few are left (Bawa, Condie and Ganesan, "LSH Forest: self-tuning indexes for
// similarity search", WWW 2005), so that no set of texts takes quadratic time. Which
// pairs are candidates depends on the texts alone, not on their order.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "index/duplicates/signature.h"

namespace dateline::duplicates {

/// So many different texts that share a band are all candidates of each other. Of more
/// those are that share the band behind it, too; behind the last is the first.
inline constexpr std::size_t kCrowd = 256;

/// Calls `visit` with the indices of candidates among `texts`, which are all different
/// and not empty: a pair as often as it shares bands, the lower index first. Where a
/// crowd shares all bands, only pairs with the first of it are visited: these are
/// copies, for certain. Time and memory grow with n log n.
void for_each_candidate(std::span<const Signature* const> texts,
                        const std::function<void(std::uint32_t, std::uint32_t)>& visit);

}  // namespace dateline::duplicates
