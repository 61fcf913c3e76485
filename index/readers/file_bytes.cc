#include "index/readers/file_bytes.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace dateline::readers {
namespace {

[[noreturn]] void throw_io(int error) {
  throw Error(ErrorCode::kIo,
              "cannot be read: " + std::generic_category().message(error));
}

// Whether opening `path` waits for a writer. What a shell makes of <(COMMAND) has had
// one, and says so by its end.
bool is_named_pipe(const std::string& path) {
  struct stat status {};
  return !path.starts_with("/dev/fd/") && !path.starts_with("/proc/") &&
         stat(path.c_str(), &status) == 0 && S_ISFIFO(status.st_mode);
}

int open_bytes(const std::string& path, bool is_pipe) {
  if (path == "-") return STDIN_FILENO;
  const int flags = is_pipe ? O_NONBLOCK : 0;  // To open does not wait, then.
  return open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
}

}  // namespace

FileBytes::FileBytes(const std::string& path, ExpansionLimit& limit,
                     std::chrono::milliseconds writer_wait)
    : owned_(path != "-"), limit_(limit) {
  const bool is_pipe = owned_ && is_named_pipe(path);
  descriptor_ = open_bytes(path, is_pipe);
  if (descriptor_ < 0) throw_io(errno);
  if (is_pipe) wait_for_writer(writer_wait);
}

// Waits until another program has the other end of the pipe, open without blocking.
void FileBytes::wait_for_writer(std::chrono::milliseconds wait) {
  pollfd pipe{.fd = descriptor_, .events = POLLIN, .revents = 0};
  int ready = 0;
  do {
    ready = poll(&pipe, 1, static_cast<int>(wait.count()));
  } while (ready < 0 && errno == EINTR);
  if (ready == 0) {
    // A pipe that gives nothing is at its end only if nobody holds the other one.
    const ssize_t got = ::read(descriptor_, block_.data(), block_.size());
    if (got == 0) {
      close(descriptor_);
      throw Error(ErrorCode::kIo,
                  "is a pipe that nothing writes to: start the program that fills it "
                  "first");
    }
    waiting_ = got < 0 ? 0 : static_cast<std::size_t>(got);
  }
  fcntl(descriptor_, F_SETFL, fcntl(descriptor_, F_GETFL) & ~O_NONBLOCK);
}

FileBytes::~FileBytes() {
  if (owned_) close(descriptor_);
}

std::string_view FileBytes::read() {
  auto got = static_cast<ssize_t>(std::exchange(waiting_, 0));
  if (got == 0) {
    do {
      got = ::read(descriptor_, block_.data(), block_.size());
    } while (got < 0 && errno == EINTR);
  }
  if (got < 0) throw_io(errno);
  limit_.add_packed(static_cast<std::uint64_t>(got));
  return {block_.data(), static_cast<std::size_t>(got)};
}

}  // namespace dateline::readers
