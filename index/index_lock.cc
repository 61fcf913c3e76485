#include "index/index_lock.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <thread>
#include <utility>

namespace dateline {
namespace {

using std::chrono::milliseconds;

[[noreturn]] void throw_io(const std::string& index, const std::string& path) {
  const std::string why = std::generic_category().message(errno);
  throw Error(ErrorCode::kIo, "Cannot lock the index at '" + index + "' by the file '" +
                                  path + "': " + why + ".");
}

// A lock of the open file, not of the process: a second writer in the same process is
// kept out too, and closing another descriptor of the file does not free it.
bool try_lock(int fd) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  return fcntl(fd, F_OFD_SETLK, &whole) == 0;
}

// The holder before may have removed the file while we waited for it: then we hold the
// lock of a file that nobody else will see.
bool is_still_there(int fd, const std::string& path) {
  struct stat ours {};
  struct stat theirs {};
  return fstat(fd, &ours) == 0 && stat(path.c_str(), &theirs) == 0 &&
         ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev;
}

// A descriptor that holds the lock; -1 while somebody else does.
int lock_once(const std::string& path, const std::string& index) {
  for (;;) {
    const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) throw_io(index, path);
    if (!try_lock(fd)) {
      const int reason = errno;
      close(fd);
      if (reason == EAGAIN || reason == EACCES) return -1;
      errno = reason;
      throw_io(index, path);
    }
    if (is_still_there(fd, path)) return fd;
    close(fd);
  }
}

// What the file says of who has locked it: the number of the process. That it could not
// be written harms nobody.
void write_holder(int fd) {
  const std::string text = std::to_string(getpid()) + '\n';
  [[maybe_unused]] const bool written =
      ftruncate(fd, 0) == 0 && pwrite(fd, text.data(), text.size(), 0) > 0;
}

// The process that the file names; 0 where it names none that lives.
pid_t read_holder(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char text[32];
  const ssize_t size = pread(fd, text, sizeof text, 0);
  close(fd);
  pid_t holder = 0;
  if (size > 0) std::from_chars(text, text + size, holder);
  const bool lives = holder > 0 && (kill(holder, 0) == 0 || errno == EPERM);
  return lives ? holder : 0;
}

std::string name_of(pid_t holder) {
  if (holder == 0) return "another process";
  if (holder == getpid()) return "another writer of this process";
  return "process " + std::to_string(holder);
}

}  // namespace

IndexLock::IndexLock(std::string path, const std::string& index, milliseconds timeout)
    : path_(std::move(path)) {
  milliseconds waited{0};
  while ((fd_ = lock_once(path_, index)) < 0) {
    if (waited >= timeout) {
      throw Error(ErrorCode::kBusy, "The index at '" + index +
                                        "' is being written by " +
                                        name_of(read_holder(path_)) +
                                        "; try again when it has finished.");
    }
    const milliseconds pause = std::min(milliseconds(20), timeout - waited);
    std::this_thread::sleep_for(pause);
    waited += pause;
  }
  write_holder(fd_);
}

IndexLock::~IndexLock() {
  if (fd_ < 0) return;
  if (is_held()) unlink(path_.c_str());
  close(fd_);
}

bool IndexLock::is_held() const { return is_still_there(fd_, path_); }

void IndexLock::require_held() const {
  if (is_held()) return;
  throw Error(ErrorCode::kBusy,
              "The lock file '" + path_ +
                  "' was removed while the index was being written, so that another "
                  "writer may be at work: nothing was changed; try again.");
}

// Closing a copy of the descriptor does not free the lock.
void IndexLock::abandon() { close(std::exchange(fd_, -1)); }

}  // namespace dateline
