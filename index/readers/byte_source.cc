#include "index/readers/byte_source.h"

#include <archive.h>
#include <dateline/error.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>

namespace dateline::readers {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

[[noreturn]] void throw_io(int error) {
  throw Error(ErrorCode::kIo,
              "cannot be read: " + std::generic_category().message(error));
}

}  // namespace

struct ByteSource::Impl {
  explicit Impl(const std::string& path);
  ~Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static la_ssize_t on_read(archive*, void* self, const void** block) {
    return static_cast<Impl*>(self)->read_disk(block);
  }
  la_ssize_t read_disk(const void** block);
  [[noreturn]] void throw_archive_error() const;

  int descriptor = -1;
  bool owned = false;
  bool at_end = false;       // Nothing more to read, decompressed.
  bool at_disk_end = false;  // Nothing more on disk.
  int disk_error = 0;
  std::uint64_t bytes = 0;
  archive* stream = nullptr;
  std::array<std::byte, kBlockBytes> block;
};

ByteSource::Impl::Impl(const std::string& path)
    : descriptor(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      owned(path != "-") {
  if (descriptor < 0) throw_io(errno);
  stream = archive_read_new();
  if (stream == nullptr) {
    if (owned) close(descriptor);
    throw Error(ErrorCode::kInternal, "libarchive gave no reader");
  }
  archive_read_support_filter_gzip(stream);
  archive_read_support_filter_zstd(stream);
  archive_read_support_filter_xz(stream);
  archive_read_support_filter_bzip2(stream);
  archive_read_support_format_raw(stream);
  archive_read_support_format_empty(stream);
}

ByteSource::Impl::~Impl() {
  archive_read_free(stream);
  if (owned) close(descriptor);
}

la_ssize_t ByteSource::Impl::read_disk(const void** out) {
  *out = block.data();
  ssize_t got = 0;
  do {
    got = ::read(descriptor, block.data(), block.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    disk_error = errno;
    archive_set_error(stream, disk_error, "read failed");
    return ARCHIVE_FATAL;
  }
  at_disk_end = got == 0;
  bytes += static_cast<std::uint64_t>(got);
  return got;
}

void ByteSource::Impl::throw_archive_error() const {
  if (disk_error != 0) throw_io(disk_error);
  const char* text = archive_error_string(stream);
  const std::string detail = text == nullptr ? "no details" : text;
  if (at_disk_end || detail.find("runcated") != std::string::npos) {
    throw Error(ErrorCode::kIo,
                "ends early: the compressed data is truncated; what comes after the "
                "last whole record before the cut is lost");
  }
  throw Error(ErrorCode::kIo, "the compressed data is damaged (" + detail + ")");
}

ByteSource::ByteSource(const std::string& path) : impl_(std::make_unique<Impl>(path)) {
  archive_entry* entry = nullptr;
  int status =
      archive_read_open(impl_->stream, impl_.get(), nullptr, &Impl::on_read, nullptr);
  if (status == ARCHIVE_OK) status = archive_read_next_header(impl_->stream, &entry);
  if (status == ARCHIVE_EOF) {
    impl_->at_end = true;
  } else if (status < ARCHIVE_WARN) {
    impl_->throw_archive_error();
  }
}

ByteSource::~ByteSource() = default;

std::string_view ByteSource::read() {
  while (!impl_->at_end) {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(impl_->stream, &data, &size, &offset);
    if (status == ARCHIVE_EOF) {
      impl_->at_end = true;
    } else if (status < ARCHIVE_WARN) {
      impl_->at_end = true;
      impl_->throw_archive_error();
    } else if (size != 0) {
      return {static_cast<const char*>(data), size};
    }
  }
  return {};
}

std::uint64_t ByteSource::bytes_read() const { return impl_->bytes; }

}  // namespace dateline::readers
