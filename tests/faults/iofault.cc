// What a disk and a kernel may do to a program, under our control and without root.
//
//   LD_PRELOAD=libiofault.so IOFAULT_ROOT=FOLDER IOFAULT_MODE=MODE ... PROGRAM
//
// stands before the calls with which libxapian, libstdc++ and we change files, and
// looks at those below FOLDER, an absolute path without links. Each is one point, from
// 0 on; one of a kind not in IOFAULT_KINDS (letters of Kind; all that change something)
// is none.
//
//   count  writes the number of points to IOFAULT_OUT at exit
//   kill   SIGKILL before point IOFAULT_AT
//   torn   the same, but of a write the first half is done
//   fail   IOFAULT_TIMES (1) points from IOFAULT_AT on fail with IOFAULT_ERRNO
//   log    every change, with its bytes, goes to IOFAULT_OUT; see io_log.h
//
// kill, torn and fail write the kind and path of the first point they hit to
// IOFAULT_OUT. IOFAULT_PLAIN=1, in any mode: a file system that can neither exchange
// two paths nor share blocks; IOFAULT_LINKLESS=1: one that has no hard links.

#include "tests/faults/iofault.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <mutex>
#include <string>

#include "tests/faults/change_log.h"
#include "tests/faults/guarded_calls.h"
#include "tests/faults/iofault_plan.h"
#include "tests/faults/real_calls.h"
#include "tests/faults/watched_paths.h"

namespace {

using namespace dateline::testing::iofault;

__attribute__((constructor)) void begin() {
  if (plan().logs()) {
    log_change(Change::kMakeFolder, inode_at(plan().root), 0, plan().root);
  }
}

__attribute__((destructor)) void end() {
  if (plan().mode != "count") return;
  const std::string number = std::to_string(plan().points) + "\n";
  put(number.data(), number.size());
}

mode_t mode_argument(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

// At the position of the open file.
ssize_t write_on(int fd, const void* bytes, size_t size) {
  if (fd == STDOUT_FILENO && plan().logs()) {
    const std::lock_guard lock(plan().mutex);
    log_change(Change::kAcknowledge, 0, 0, "", "",
               {static_cast<const char*>(bytes), size});
    return NEXT(write)(fd, bytes, size);
  }
  const std::uint64_t offset = plan().logs() ? position_of(fd) : 0;
  return guarded_write(
      fd, size, [&](std::size_t part) { return NEXT(write)(fd, bytes, part); },
      [&](std::size_t written) {
        log_change(Change::kWrite, inode_of(fd), offset, "", "",
                   {static_cast<const char*>(bytes), written});
      });
}

ssize_t write_at(int fd, const void* bytes, size_t size, off_t offset) {
  return guarded_write(
      fd, size, [&](std::size_t part) { return NEXT(pwrite)(fd, bytes, part, offset); },
      [&](std::size_t written) {
        log_change(Change::kWrite, inode_of(fd), static_cast<std::uint64_t>(offset), "",
                   "", {static_cast<const char*>(bytes), written});
      });
}

std::string joined(const iovec* pieces, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    all.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
  }
  return all;
}

}  // namespace

// From here on the calls themselves, as their headers declare them.
extern "C" {
#pragma GCC visibility push(default)

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_at(AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_at(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_argument(flags, arguments);
  va_end(arguments);
  return open_at(folder, path, flags, mode);
}

int creat(const char* path, mode_t mode) {
  return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int close(int fd) {
  const std::string path = plan().root.empty() ? "" : path_of(fd);
  if (watched(path) && fate_of(Kind::kClose, path) == Fate::kFails) {
    const int reason = errno;
    NEXT(close)(fd);  // As Linux does: the descriptor is gone in any case.
    errno = reason;
    return -1;
  }
  return NEXT(close)(fd);
}

ssize_t write(int fd, const void* bytes, size_t size) {
  return write_on(fd, bytes, size);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t offset) {
  return write_at(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t offset) {
  return write_at(fd, bytes, size, offset);
}

// One write of all pieces together, as the kernel does it.
ssize_t pwritev(int fd, const iovec* pieces, int count, off_t offset) {
  if (!watched(path_of(fd))) return NEXT(pwritev)(fd, pieces, count, offset);
  const std::string all = joined(pieces, count);
  return write_at(fd, all.data(), all.size(), offset);
}

ssize_t writev(int fd, const iovec* pieces, int count) {
  if (!watched(path_of(fd))) return NEXT(writev)(fd, pieces, count);
  const std::string all = joined(pieces, count);
  return write_on(fd, all.data(), all.size());
}

ssize_t read(int fd, void* bytes, size_t size) {
  const auto call = [&] { return NEXT(read)(fd, bytes, size); };
  return guarded(Kind::kRead, plan().root.empty() ? "" : path_of(fd), call, kNoLog);
}

ssize_t pread(int fd, void* bytes, size_t size, off_t offset) {
  const auto call = [&] { return NEXT(pread)(fd, bytes, size, offset); };
  return guarded(Kind::kRead, plan().root.empty() ? "" : path_of(fd), call, kNoLog);
}

int fsync(int fd) {
  return sync_by(fd, [&] { return NEXT(fsync)(fd); });
}

int fdatasync(int fd) {
  return sync_by(fd, [&] { return NEXT(fdatasync)(fd); });
}

// Promises nothing after a power cut, so that it is none to the log.
int sync_file_range(int fd, off64_t offset, off64_t size, unsigned flags) {
  return guarded(
      Kind::kSync, path_of(fd),
      [&] { return NEXT(sync_file_range)(fd, offset, size, flags); }, kNoLog);
}

int rename(const char* from, const char* to) noexcept {
  return rename_at(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat(int from_folder, const char* from, int to_folder,
             const char* to) noexcept {
  return rename_at(from_folder, from, to_folder, to, 0);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  return rename_at(from_folder, from, to_folder, to, flags);
}

int link(const char* path, const char* name) noexcept {
  return link_at(AT_FDCWD, path, AT_FDCWD, name, 0);
}

int linkat(int folder, const char* path, int name_folder, const char* name,
           int flags) noexcept {
  return link_at(folder, path, name_folder, name, flags);
}

int unlink(const char* path) noexcept { return remove_at(AT_FDCWD, path, 0); }

int unlinkat(int folder, const char* path, int flags) noexcept {
  return remove_at(folder, path, flags);
}

int rmdir(const char* path) noexcept { return remove_at(AT_FDCWD, path, AT_REMOVEDIR); }

int remove(const char* path) noexcept {
  struct stat status {};
  const bool folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
  return remove_at(AT_FDCWD, path, folder ? AT_REMOVEDIR : 0);
}

int mkdir(const char* path, mode_t mode) noexcept {
  return make_folder_at(AT_FDCWD, path, mode);
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  return make_folder_at(folder, path, mode);
}

int ftruncate(int fd, off_t size) noexcept {
  return guarded(
      Kind::kTruncate, path_of(fd), [&] { return NEXT(ftruncate)(fd, size); },
      [&](int) {
        log_change(Change::kTruncate, inode_of(fd), static_cast<std::uint64_t>(size),
                   path_of(fd));
      });
}

ssize_t copy_file_range(int from, off64_t* from_offset, int to, off64_t* to_offset,
                        size_t size, unsigned flags) {
  return copy_by(to, to_offset, [&] {
    return NEXT(copy_file_range)(from, from_offset, to, to_offset, size, flags);
  });
}

ssize_t sendfile(int to, int from, off_t* offset, size_t size) noexcept {
  return copy_by(to, nullptr, [&] { return NEXT(sendfile)(to, from, offset, size); });
}

int ioctl(int fd, unsigned long request, ...) noexcept {
  va_list arguments;
  va_start(arguments, request);
  void* argument = va_arg(arguments, void*);
  va_end(arguments);
  if (request == FICLONE) {
    return clone(fd, static_cast<int>(reinterpret_cast<std::intptr_t>(argument)));
  }
  return NEXT(ioctl)(fd, request, argument);
}

// Who asks the kernel without the C library.
long syscall(long number, ...) noexcept {
  va_list arguments;
  va_start(arguments, number);
  long given[6];
  for (long& one : given) one = va_arg(arguments, long);
  va_end(arguments);
  if (number == SYS_renameat2) {
    return rename_at(
        static_cast<int>(given[0]), reinterpret_cast<const char*>(given[1]),
        static_cast<int>(given[2]), reinterpret_cast<const char*>(given[3]),
        static_cast<unsigned>(given[4]));
  }
  return NEXT(syscall)(number, given[0], given[1], given[2], given[3], given[4],
                       given[5]);
}

#pragma GCC visibility pop
}  // extern "C"
