#include "index/duplicates/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "index/byte_codec.h"
#include "index/text/byte_arena.h"

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

constexpr std::size_t kHashBytes = sizeof(TextHash);

// Copies `word` by eights, as nearly all words have no more; where the next one goes.
// Up to kReadable bytes behind it are written, too.
char* copy_word(std::string_view word, char* out) {
  constexpr std::size_t kEight = text::ByteArena::kReadable;
  for (std::size_t at = 0; at < word.size(); at += kEight)
    std::memcpy(out + at, word.data() + at, kEight);
  return out + word.size();
}

void append_fixed(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out.push_back(static_cast<char>(value >> shift));
  }
}

}  // namespace

std::string pack(const Fingerprint& fingerprint) {
  std::string packed;
  if (fingerprint.words == 0) return packed;
  if (!fingerprint.signature) {
    append_fixed(packed, fingerprint.text.low);
    append_fixed(packed, fingerprint.text.high);
    return packed;
  }
  const auto& bins = fingerprint.signature.bins;
  packed.assign(bins.begin(), bins.end());
  append_varint(packed, fingerprint.signature.shingles);
  return packed;
}

std::optional<Signature> unpack_signature(std::string_view packed) {
  Signature signature;
  if (packed.size() == kHashBytes) return signature;
  if (packed.size() <= kBins) return std::nullopt;
  std::memcpy(signature.bins.data(), packed.data(), kBins);
  ByteReader reader(packed.substr(kBins));
  signature.shingles = static_cast<std::uint32_t>(reader.below(std::uint64_t{1} << 32));
  if (!signature || !reader.at_end()) return std::nullopt;
  return signature;
}

void Fingerprinter::read_words(std::span<const text::Token> tokens,
                               std::span<const RegionSpan> regions) {
  reuse(words_);
  reuse(begins_);
  std::size_t bytes = 0;
  for (const text::Token& token : tokens) bytes += token.word.size() + 1;
  words_.resize(bytes + text::ByteArena::kReadable);
  char* out = words_.data();
  auto region = regions.begin();
  bool counts = region != regions.end() && gives_facets(region->region);
  for (const text::Token& token : tokens) {
    if (token.joined) continue;
    while (region != regions.end() && region->end <= token.begin) {
      ++region;
      counts = region != regions.end() && gives_facets(region->region);
    }
    if (!counts) continue;
    begins_.push_back(static_cast<std::size_t>(out - words_.data()));
    out = copy_word(token.word, out);
    *out++ = ' ';
  }
  words_.resize(static_cast<std::size_t>(out - words_.data()));
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
