// What of an article's text is kept to know its copies by.

#pragma once

#include <dateline/annotate.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/duplicates/signature.h"
#include "index/text/analyzer.h"

namespace dateline::duplicates {

/// Of shorter texts only those that are equal are copies: what few words two tables of
/// figures share says nothing.
inline constexpr std::size_t kShortestWords = 30;

/// 128 bits of a text: the same two texts, or an accident that nobody will see.
struct TextHash {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  friend auto operator<=>(const TextHash&, const TextHash&) = default;
};

struct Fingerprint {
  std::uint32_t words = 0;  ///< 0: no text, and thus nobody's copy.
  TextHash text{};        ///< Of the folded words; of a short text, with its headline.
  Signature signature{};  ///< Empty for fewer than kShortestWords.

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// What an index keeps of a fingerprint, as bytes: the same for the same text. A text
/// without words has none; that of a short one is its hash, of any other its signature,
/// in about 130 bytes.
std::string pack(const Fingerprint& fingerprint);

/// The signature in packed bytes, an empty one for those of a short text; nullopt where
/// they are damaged.
std::optional<Signature> unpack_signature(std::string_view packed);

/// Takes fingerprints. Reused, it keeps its memory; one object belongs to one thread at
/// a time.
class Fingerprinter {
 public:
  /// The fingerprint of an article called `title` whose body is `tokens`, of which
  /// counts what stands in regions that give facets. `regions`: in order, of the body.
  Fingerprint take(std::string_view title, std::span<const text::Token> tokens,
                   std::span<const RegionSpan> regions);

 private:
  void read_words(std::span<const text::Token> tokens,
                  std::span<const RegionSpan> regions);
  void hash_shingles();

  std::string words_;                // Folded, a space behind each.
  std::vector<std::size_t> begins_;  // Of each word, and the end of all.
  std::vector<std::uint64_t> shingle_hashes_;
};

}  // namespace dateline::duplicates
