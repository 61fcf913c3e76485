#include "index/glass/tag_compressor.h"

#define ZLIB_CONST  // Input is not written to.
#include <zlib.h>

#include <dateline/error.h>

namespace dateline::glass {
namespace {

// What Xapian uses, so that a table has the size of one of its own: bare deflate with
// the largest window, and the memory that is fastest.
constexpr int kWindowBits = -15;
constexpr int kMemoryLevel = 9;

}  // namespace

TagCompressor::TagCompressor() : stream_(std::make_unique<z_stream_s>()) {
  if (deflateInit2(stream_.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, kWindowBits,
                   kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(ErrorCode::kInternal, "zlib cannot be started");
  }
}

TagCompressor::~TagCompressor() { deflateEnd(stream_.get()); }

std::optional<std::string_view> TagCompressor::compress(std::string_view tag) {
  if (tag.size() < 2) return std::nullopt;
  if (deflateReset(stream_.get()) != Z_OK) {
    throw Error(ErrorCode::kInternal, "zlib cannot be restarted");
  }
  const std::size_t most = tag.size() - 1;  // Deflate fails where it would not pay.
  if (out_.size() < most) out_.resize(most);
  stream_->next_in = reinterpret_cast<const unsigned char*>(tag.data());
  stream_->avail_in = static_cast<uInt>(tag.size());
  stream_->next_out = out_.data();
  stream_->avail_out = static_cast<uInt>(most);
  if (deflate(stream_.get(), Z_FINISH) != Z_STREAM_END) return std::nullopt;
  return std::string_view(reinterpret_cast<const char*>(out_.data()),
                          most - stream_->avail_out);
}

}  // namespace dateline::glass
