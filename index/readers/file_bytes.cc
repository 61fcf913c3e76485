#include "index/readers/file_bytes.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dateline::readers {
namespace {

[[noreturn]] void throw_io(int error) {
  throw Error(ErrorCode::kIo,
              "cannot be read: " + std::generic_category().message(error));
}

}  // namespace

FileBytes::FileBytes(const std::string& path, ExpansionLimit& limit)
    : descriptor_(path == "-" ? STDIN_FILENO
                              : open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      owned_(path != "-"),
      limit_(limit) {
  if (descriptor_ < 0) throw_io(errno);
}

FileBytes::~FileBytes() {
  if (owned_) close(descriptor_);
}

std::string_view FileBytes::read() {
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, block_.data(), block_.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw_io(errno);
  limit_.add_packed(static_cast<std::uint64_t>(got));
  return {block_.data(), static_cast<std::size_t>(got)};
}

}  // namespace dateline::readers
