#include "index/glass/tag_compressor.h"

#include <dateline/error.h>
#include <libdeflate.h>

namespace dateline::glass {
namespace {

// As small as zlib makes it at its own default, in a third of the time.
constexpr int kLevel = 6;

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

}  // namespace dateline::glass
