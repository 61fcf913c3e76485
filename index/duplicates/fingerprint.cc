#include "index/duplicates/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace dateline::duplicates {
namespace {

// What one huge text took is given back before the next one.
constexpr std::size_t kMostKeptBytes = std::size_t{1} << 22;

template <typename Container>
void reuse(Container& container) {
  if (container.capacity() * sizeof(container[0]) > kMostKeptBytes) {
    container = Container();
  }
  container.clear();
}

}  // namespace

void Fingerprinter::read_words(std::span<const text::Token> tokens,
                               std::span<const RegionSpan> regions) {
  reuse(words_);
  reuse(begins_);
  auto region = regions.begin();
  for (const text::Token& token : tokens) {
    if (token.joined) continue;
    while (region != regions.end() && region->end <= token.begin) ++region;
    if (region == regions.end() || !gives_facets(region->region)) continue;
    begins_.push_back(words_.size());
    words_ += token.word;
    words_ += ' ';
  }
  begins_.push_back(words_.size());
}

void Fingerprinter::hash_shingles() {
  reuse(shingle_hashes_);
  for (std::size_t i = kShingleWords; i < begins_.size(); ++i) {
    const std::size_t begin = begins_[i - kShingleWords];
    shingle_hashes_.push_back(XXH3_64bits(words_.data() + begin, begins_[i] - begin));
  }
}

Fingerprint Fingerprinter::take(std::string_view title,
                                std::span<const text::Token> tokens,
                                std::span<const RegionSpan> regions) {
  read_words(tokens, regions);
  const std::size_t words = begins_.size() - 1;
  Fingerprint fingerprint;
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  fingerprint.words = static_cast<std::uint32_t>(std::min(words, kMost));
  if (words == 0) return fingerprint;
  if (words >= kShortestWords) {
    hash_shingles();
    fingerprint.signature = make_signature(shingle_hashes_);
  } else {
    words_ += text::fold(title);
  }
  const XXH128_hash_t hash = XXH3_128bits(words_.data(), words_.size());
  fingerprint.text = {hash.low64, hash.high64};
  return fingerprint;
}

}  // namespace dateline::duplicates
