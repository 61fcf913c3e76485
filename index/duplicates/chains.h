// Chains of copies: an article, its copies, their copies, and so on.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/duplicates/fingerprint.h"
#include "index/duplicates/signature.h"

namespace dateline::duplicates {

/// Finds the chains among all articles of an index: connected components of the pairs
/// that are candidates and whose signatures are those of copies. 160 bytes an article.
class ChainFinder {
 public:
  /// Adds an article by its number and its packed fingerprint, which may be empty. Any
  /// order gives the same chains. Throws Error kCorrupt for damaged bytes.
  void add(std::uint32_t article, std::string_view packed);

  /// The chains of two and more articles, by their numbers, ascending; by the first of
  /// each. Time is n log n. To be called once.
  std::vector<std::vector<std::uint32_t>> find();

 private:
  // A text, and a place in signatures_; kNone for a short one.
  struct Text {
    TextHash hash;  // Of the packed bytes.
    std::uint32_t article;
    std::uint32_t signature;

    friend auto operator<=>(const Text&, const Text&) = default;
  };
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  std::vector<Text> texts_;
  std::vector<Signature> signatures_;
};

/// The signature in the packed fingerprint of an article; Throws Error kCorrupt.
Signature stored_signature(std::string_view packed);

}  // namespace dateline::duplicates
