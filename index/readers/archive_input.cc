#include "index/readers/archive_input.h"

#include <dateline/error.h>

#include <cerrno>
#include <string>

namespace dateline::readers {

ArchiveInput::ArchiveInput(ByteStream& packed)
    : packed_(packed), archive_(archive_read_new(), archive_read_free) {
  if (!archive_) throw Error(ErrorCode::kInternal, "libarchive gave no reader");
}

int ArchiveInput::open() {
  return archive_read_open(archive_.get(), this, nullptr, &on_read, nullptr);
}

la_ssize_t ArchiveInput::on_read(archive* handle, void* self, const void** block) {
  auto& input = *static_cast<ArchiveInput*>(self);
  try {
    const std::string_view bytes = input.packed_.read();
    input.at_end_ = bytes.empty();
    *block = bytes.data();
    return static_cast<la_ssize_t>(bytes.size());
  } catch (...) {
    input.error_ = std::current_exception();  // No exception may cross C code.
    archive_set_error(handle, EIO, "read failed");
    return ARCHIVE_FATAL;
  }
}

void ArchiveInput::throw_error() const {
  if (error_) std::rethrow_exception(error_);
  const char* text = archive_error_string(archive_.get());
  const std::string detail = text == nullptr ? "no details" : text;
  if (at_end_ || detail.find("runcated") != std::string::npos) {
    throw Error(ErrorCode::kIo,
                "ends early: the compressed data is truncated; what comes after the "
                "last whole record before the cut is lost");
  }
  throw Error(ErrorCode::kIo, "the compressed data is damaged (" + detail + ")");
}

}  // namespace dateline::readers
