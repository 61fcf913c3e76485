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
// two paths nor share blocks.

#include "tests/faults/iofault.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>

namespace {

using namespace dateline::testing::iofault;

// The call of that name behind this one. Others than open() take no variable arguments,
// so that their types can be had from their declarations.
template <class Function>
Function* next_call(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}
#define NEXT(name)                                                \
  ([] {                                                           \
    static auto* const next = next_call<decltype(::name)>(#name); \
    return next;                                                  \
  }())

std::string setting(const char* name, const char* otherwise = "") {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

struct Plan {
  std::string root = setting("IOFAULT_ROOT");
  std::string mode = setting("IOFAULT_MODE");
  std::string kinds = setting("IOFAULT_KINDS", kChanges);
  long at = std::stol(setting("IOFAULT_AT", "0"));
  long times = std::stol(setting("IOFAULT_TIMES", "1"));
  int error = std::stoi(setting("IOFAULT_ERRNO", "5"));
  bool plain = !setting("IOFAULT_PLAIN").empty();
  int out = -1;
  long points = 0;
  bool told = false;
  std::recursive_mutex mutex;  // Also around a logged call, so that the order is true.

  Plan() {
    const std::string path = setting("IOFAULT_OUT");
    if (path.empty()) return;
    out = NEXT(open)(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  }

  bool logs() const { return mode == "log"; }
};

Plan& plan() {
  static Plan* const made = new Plan;  // Never destroyed: others close files at exit.
  return *made;
}

void put(const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = NEXT(write)(plan().out, at, size);
    if (written <= 0) std::abort();  // Half a record of what happened is worth nothing.
    at += written;
    size -= static_cast<std::size_t>(written);
  }
}

std::string path_of(int fd) {
  char target[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  const ssize_t size = readlink(link.c_str(), target, sizeof target);
  return size < 0 ? "" : std::string(target, static_cast<std::size_t>(size));
}

std::string working_folder() {
  char path[4096];
  return getcwd(path, sizeof path) == nullptr ? "" : path;
}

std::string absolute(int folder, const char* path) {
  if (*path == '/') return path;
  return (folder == AT_FDCWD ? working_folder() : path_of(folder)) + "/" + path;
}

bool watched(const std::string& path) {
  const std::string& root = plan().root;
  return !root.empty() && path.starts_with(root) &&
         (path.size() == root.size() || path[root.size()] == '/');
}

std::uint64_t inode_of(int fd) {
  struct stat status {};
  return fstat(fd, &status) == 0 ? status.st_ino : 0;
}

std::uint64_t inode_at(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

void log_change(Change change, std::uint64_t inode, std::uint64_t offset,
                std::string_view path, std::string_view other = {},
                std::string_view bytes = {}) {
  RecordHeader header;
  header.change = change;
  header.inode = inode;
  header.offset = offset;
  header.path_size = path.size();
  header.other_size = other.size();
  header.bytes_size = bytes.size();
  put(&header, sizeof header);
  put(path.data(), path.size());
  put(other.data(), other.size());
  put(bytes.data(), bytes.size());
}

// What `size` bytes at `offset` of an open file are now: copying between files passes
// no bytes through us.
void log_content(int fd, std::uint64_t offset, std::size_t size) {
  const int file =
      NEXT(open)(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDONLY | O_CLOEXEC);
  std::string bytes(size, '\0');
  const ssize_t got = pread(file, bytes.data(), size, static_cast<off_t>(offset));
  if (got != static_cast<ssize_t>(size)) std::abort();
  NEXT(close)(file);
  log_change(Change::kWrite, inode_of(fd), offset, "", "", bytes);
}

void tell(Kind kind, const std::string& path) {
  if (plan().told || plan().out < 0) return;
  plan().told = true;
  const std::string line = std::string(1, static_cast<char>(kind)) + " " + path + "\n";
  put(line.data(), line.size());
}

// What the plan has for a call.
enum class Fate { kDone, kFails, kTorn };

Fate fate_of(Kind kind, const std::string& path) {
  Plan& p = plan();
  if (p.kinds.find(static_cast<char>(kind)) == std::string::npos) return Fate::kDone;
  const std::lock_guard lock(p.mutex);
  const long point = p.points++;
  if (p.mode == "fail" && point >= p.at && point - p.at < p.times) {
    tell(kind, path);
    errno = p.error;
    return Fate::kFails;
  }
  if (point != p.at || (p.mode != "kill" && p.mode != "torn")) return Fate::kDone;
  tell(kind, path);
  if (p.mode == "torn" && kind == Kind::kWrite) return Fate::kTorn;
  kill(getpid(), SIGKILL);
  return Fate::kDone;
}

[[noreturn]] void die() {
  kill(getpid(), SIGKILL);
  std::abort();
}

// A call about the file at `path`: `call` does it and gives -1 on failure, `log` tells
// of it then.
template <class Call, class Log>
auto guarded(Kind kind, const std::string& path, Call call, Log log) {
  if (!watched(path)) return call();
  if (fate_of(kind, path) != Fate::kDone) return decltype(call())(-1);
  if (!plan().logs()) return call();
  const std::lock_guard lock(plan().mutex);
  const auto result = call();
  if (result >= 0) log(result);
  return result;
}

constexpr auto kNoLog = [](auto) {};

// A write of `size` bytes; `write_part` does the first so many of them.
template <class WritePart, class Log>
ssize_t guarded_write(int fd, std::size_t size, WritePart write_part, Log log) {
  const std::string path = path_of(fd);
  if (!watched(path)) return write_part(size);
  const Fate fate = fate_of(Kind::kWrite, path);
  if (fate == Fate::kFails) return -1;
  if (fate == Fate::kTorn) {
    write_part(size / 2);
    die();
  }
  if (!plan().logs()) return write_part(size);
  const std::lock_guard lock(plan().mutex);
  const ssize_t written = write_part(size);
  if (written > 0) log(static_cast<std::size_t>(written));
  return written;
}

std::uint64_t position_of(int fd) {
  return static_cast<std::uint64_t>(lseek(fd, 0, SEEK_CUR));
}

int open_at(int folder, const char* name, int flags, mode_t mode) {
  const std::string path = absolute(folder, name);
  const bool changes = (flags & (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC)) != 0;
  const bool was_there = !watched(path) || inode_at(path) != 0;
  return guarded(
      changes ? Kind::kOpen : Kind::kOpenToRead, path,
      [&] { return NEXT(openat)(folder, name, flags, mode); },
      [&](int fd) {
        if (!was_there) {
          log_change(Change::kCreate, inode_of(fd), 0, path);
        } else if ((flags & O_TRUNC) != 0) {
          log_change(Change::kTruncate, inode_of(fd), 0, path);
        }
      });
}

int rename_at(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) {
  const std::string source = absolute(from_folder, from);
  const std::string target = absolute(to_folder, to);
  const bool exchanges = (flags & RENAME_EXCHANGE) != 0;
  if (exchanges && plan().plain && watched(target)) {
    errno = EINVAL;
    return -1;
  }
  return guarded(
      Kind::kRename, target,
      [&] { return NEXT(renameat2)(from_folder, from, to_folder, to, flags); },
      [&](int) {
        log_change(exchanges ? Change::kExchange : Change::kRename, 0, 0, source,
                   target);
      });
}

int remove_at(int folder, const char* name, int flags) {
  const std::string path = absolute(folder, name);
  return guarded(
      Kind::kRemove, path, [&] { return NEXT(unlinkat)(folder, name, flags); },
      [&](int) { log_change(Change::kRemove, 0, 0, path); });
}

int make_folder_at(int folder, const char* name, mode_t mode) {
  const std::string path = absolute(folder, name);
  return guarded(
      Kind::kMakeFolder, path, [&] { return NEXT(mkdirat)(folder, name, mode); },
      [&](int) { log_change(Change::kMakeFolder, inode_at(path), 0, path); });
}

template <class Call>
int sync_by(int fd, Call call) {
  return guarded(Kind::kSync, path_of(fd), call,
                 [&](int) { log_change(Change::kSync, inode_of(fd), 0, path_of(fd)); });
}

// Bytes that go from file to file.
template <class Call>
ssize_t copy_by(int to, off_t* position, Call call) {
  const std::uint64_t offset =
      position != nullptr ? static_cast<std::uint64_t>(*position) : position_of(to);
  return guarded(Kind::kCopy, path_of(to), call, [&](ssize_t copied) {
    if (copied > 0) log_content(to, offset, static_cast<std::size_t>(copied));
  });
}

int clone(int to, int from) {
  if (plan().plain && watched(path_of(to))) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return guarded(
      Kind::kCopy, path_of(to), [&] { return NEXT(ioctl)(to, FICLONE, from); },
      [&](int) {
        struct stat status {};
        fstat(to, &status);
        log_content(to, 0, static_cast<std::size_t>(status.st_size));
      });
}

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

}  // namespace

// From here on the calls themselves, as their headers declare them.
extern "C" {

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

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t offset) {
  return guarded_write(
      fd, size, [&](std::size_t part) { return NEXT(pwrite)(fd, bytes, part, offset); },
      [&](std::size_t written) {
        log_change(Change::kWrite, inode_of(fd), static_cast<std::uint64_t>(offset), "",
                   "", {static_cast<const char*>(bytes), written});
      });
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t offset) {
  return pwrite(fd, bytes, size, offset);
}

// Each piece is a write of its own: the kernel may do as many of them as it likes.
ssize_t pwritev(int fd, const iovec* pieces, int count, off_t offset) {
  if (count == 0) return 0;
  return pwrite(fd, pieces[0].iov_base, pieces[0].iov_len, offset);
}

ssize_t writev(int fd, const iovec* pieces, int count) {
  const std::string path = path_of(fd);
  if (!watched(path)) return NEXT(writev)(fd, pieces, count);
  return count == 0 ? 0 : write(fd, pieces[0].iov_base, pieces[0].iov_len);
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

}  // extern "C"
