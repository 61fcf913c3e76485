#include "index/readers/decompressor.h"

#include <archive.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::readers {
namespace {

using namespace std::string_view_literals;

// Whether a stream begins as one of the compressed ones does.
bool begins_compressed(std::string_view bytes) {
  constexpr std::array kMagics = {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv,
                                  "BZh"sv};
  return std::ranges::any_of(
      kMagics, [&](std::string_view magic) { return bytes.starts_with(magic); });
}

}  // namespace

Decompressor::Decompressor(ByteStream& packed, ExpansionLimit& limit)
    : gunzip_(packed),
      is_plain_(gunzip_.is_gzip() && !begins_compressed(gunzip_.peek())),
      input_(gunzip_),
      limit_(limit) {
  if (is_plain_) return;
  archive* stream = input_.get();
  archive_read_support_filter_gzip(stream);
  archive_read_support_filter_zstd(stream);
  archive_read_support_filter_xz(stream);
  archive_read_support_filter_bzip2(stream);
  archive_read_support_format_raw(stream);
  archive_read_support_format_empty(stream);
  archive_entry* entry = nullptr;
  int status = input_.open();
  if (status == ARCHIVE_OK) status = archive_read_next_header(stream, &entry);
  if (status == ARCHIVE_EOF) {
    at_end_ = true;
  } else if (status < ARCHIVE_WARN) {
    input_.throw_error();
  }
}

std::string_view Decompressor::read() {
  if (!is_plain_) return read_other();
  const std::string_view block = gunzip_.read();
  limit_.add_unpacked(block.size());
  return block;
}

std::string_view Decompressor::read_other() {
  while (!at_end_) {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(input_.get(), &data, &size, &offset);
    if (status == ARCHIVE_EOF) {
      at_end_ = true;
    } else if (status < ARCHIVE_WARN) {
      at_end_ = true;
      input_.throw_error();
    } else if (size != 0) {
      limit_.add_unpacked(size);
      return {static_cast<const char*>(data), size};
    }
  }
  return {};
}

}  // namespace dateline::readers
