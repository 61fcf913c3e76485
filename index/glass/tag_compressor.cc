#include "index/glass/tag_compressor.h"

#include <dateline/error.h>
#include <libdeflate.h>

#include <algorithm>

namespace dateline::glass {
namespace {

// As small as zlib makes it at its own default, in a third of the time.
constexpr int kLevel = 6;

// RFC 1951, 3.2.4: a byte that tells whether the block is the last one, then its length
// and the complement of that, two bytes each, the lowest first.
constexpr std::size_t kMostStored = 0xffff;
constexpr std::size_t kStoredHeader = 5;

unsigned char* put_length(unsigned char* at, std::size_t length) {
  *at++ = static_cast<unsigned char>(length);
  *at++ = static_cast<unsigned char>(length >> 8);
  return at;
}

}  // namespace

TagCompressor::TagCompressor()
    : compressor_(libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor) {
  if (!compressor_) {
    throw Error(ErrorCode::kInternal, "libdeflate cannot be started");
  }
}

std::optional<std::string_view> TagCompressor::compress(std::string_view tag) {
  if (tag.size() < 2) return std::nullopt;
  const std::size_t most = tag.size() - 1;  // Where it would not pay it gives up.
  if (out_.size() < most) out_.resize(most);
  const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(),
                                                       tag.size(), out_.data(), most);
  if (size == 0) return std::nullopt;
  return std::string_view(reinterpret_cast<const char*>(out_.data()), size);
}

std::string_view TagCompressor::store(std::string_view tag) {
  const std::size_t blocks =
      std::max<std::size_t>(1, (tag.size() + kMostStored - 1) / kMostStored);
  const std::size_t most = tag.size() + blocks * kStoredHeader;
  if (out_.size() < most) out_.resize(most);
  unsigned char* at = out_.data();
  for (std::size_t block = 1; block <= blocks; ++block) {
    const std::string_view part = tag.substr(0, kMostStored);
    tag.remove_prefix(part.size());
    *at++ = block == blocks ? 1 : 0;
    at = put_length(at, part.size());
    at = put_length(at, ~part.size());
    at = std::copy(part.begin(), part.end(), at);
  }
  return std::string_view(reinterpret_cast<const char*>(out_.data()), most);
}

}  // namespace dateline::glass
