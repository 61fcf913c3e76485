#include "index/entities/text_filter.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>

namespace dateline::entities {
namespace {

constexpr std::size_t kBits = 64;
constexpr std::size_t kBitsOfText = 8;

struct Place {
  std::size_t word;
  std::uint64_t bit;
};

// `words` is a power of two.
Place place_of(std::string_view text, std::size_t words) {
  const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
  return {hash / kBits & (words - 1), std::uint64_t{1} << (hash % kBits)};
}

}  // namespace

TextFilter::TextFilter(std::size_t texts)
    : bits_(std::bit_ceil(texts * kBitsOfText / kBits + 1)) {}

void TextFilter::add(std::string_view text) {
  const Place place = place_of(text, bits_.size());
  bits_[place.word] |= place.bit;
}

bool TextFilter::may_contain(std::string_view text) const {
  const Place place = place_of(text, bits_.size());
  return (bits_[place.word] & place.bit) != 0;
}

}  // namespace dateline::entities
