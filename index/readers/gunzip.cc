#include "index/readers/gunzip.h"

#include <dateline/error.h>

#include <new>
#include <utility>

namespace dateline::readers {
namespace {

constexpr std::string_view kMagic = "\x1F\x8B";
constexpr std::size_t kPeekBytes = 6;
constexpr int kGzipWindow = 15 + 16;  // zlib.h: 32 KiB, and a gzip header.

}  // namespace

Gunzip::Gunzip(ByteStream& packed) : packed_(packed) {
  while (beginning_.size() < kPeekBytes) {
    const std::string_view block = packed_.read();
    if (block.empty()) break;
    beginning_.append(block);
  }
  is_gzip_ = beginning_.starts_with(kMagic);
  if (!is_gzip_) return;
  if (inflateInit2(&zlib_, kGzipWindow) != Z_OK) throw std::bad_alloc();
  set_input(std::exchange(beginning_, {}));
  in_member_ = true;
  while (beginning_.size() < kPeekBytes) {
    const std::string_view block = unpack();
    if (block.empty()) break;
    beginning_.append(block);
  }
}

std::string_view Gunzip::read() {
  if (!beginning_read_) {
    beginning_read_ = true;
    if (!beginning_.empty()) return beginning_;
  }
  if (!is_gzip_) return packed_.read();
  const std::string_view block = unpack();
  if (block.empty() && failure_ != Z_OK) throw_failure();
  return block;
}

// The next block that zlib makes of the input; none at the end and behind a failure.
std::string_view Gunzip::unpack() {
  while (!at_end_ && failure_ == Z_OK) {
    const bool has_input = fill();
    if (!in_member_) {
      at_end_ = !has_input || !begins_member();
      continue;  // Where a header is cut, failure_ tells.
    }
    zlib_.next_out = reinterpret_cast<Bytef*>(block_.data());
    zlib_.avail_out = static_cast<uInt>(block_.size());
    const int status = inflate(&zlib_, Z_NO_FLUSH);
    in_member_ = status != Z_STREAM_END;
    // Z_BUF_ERROR with input at hand only says that there was not enough of it.
    const bool goes_on = status == Z_OK || status == Z_STREAM_END ||
                         (status == Z_BUF_ERROR && has_input);
    if (!goes_on) failure_ = status;
    const std::size_t size = block_.size() - zlib_.avail_out;
    if (size != 0) return {block_.data(), size};
  }
  return {};
}

void Gunzip::set_input(std::string input) {
  input_ = std::move(input);
  zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
  zlib_.avail_in = static_cast<uInt>(input_.size());
}

void Gunzip::throw_failure() const {
  if (failure_ == Z_MEM_ERROR) throw std::bad_alloc();
  if (failure_ == Z_BUF_ERROR) {
    throw Error(ErrorCode::kIo,
                "ends early: the compressed data is truncated; what comes after the "
                "last whole record before the cut is lost");
  }
  const std::string detail = zlib_.msg == nullptr ? "no details" : zlib_.msg;
  throw Error(ErrorCode::kIo, "the compressed data is damaged (" + detail + ")");
}

// Makes sure that zlib has input; false at the end of the stream.
bool Gunzip::fill() {
  if (zlib_.avail_in == 0) set_input(std::string(packed_.read()));
  return zlib_.avail_in != 0;
}

// Begins the next member; false where the input, of which there is some, is none.
bool Gunzip::begins_member() {
  while (zlib_.avail_in < kMagic.size()) {
    std::string more(reinterpret_cast<const char*>(zlib_.next_in), zlib_.avail_in);
    const std::string_view block = packed_.read();
    if (block.empty()) {
      if (kMagic.starts_with(more)) failure_ = Z_BUF_ERROR;  // Cut in a header.
      return false;
    }
    set_input(more.append(block));
  }
  const std::string_view head(reinterpret_cast<const char*>(zlib_.next_in),
                              kMagic.size());
  if (head != kMagic || inflateReset(&zlib_) != Z_OK) return false;
  in_member_ = true;
  return true;
}

}  // namespace dateline::readers
