#include "index/readers/decompressor.h"

#include <archive.h>

#include <cstddef>

namespace dateline::readers {

Decompressor::Decompressor(ByteStream& packed, ExpansionLimit& limit)
    : input_(packed), limit_(limit) {
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
