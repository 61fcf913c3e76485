// Calls under a plan: each is one point, and goes to the log where there is one.

#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "tests/faults/change_log.h"
#include "tests/faults/iofault_plan.h"
#include "tests/faults/watched_paths.h"

namespace dateline::testing::iofault {

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

inline constexpr auto kNoLog = [](auto) {};

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

inline std::uint64_t position_of(int fd) {
  return static_cast<std::uint64_t>(lseek(fd, 0, SEEK_CUR));
}

int open_at(int folder, const char* name, int flags, mode_t mode);
int rename_at(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags);
int link_at(int folder, const char* path, int name_folder, const char* name, int flags);
int remove_at(int folder, const char* name, int flags);
int make_folder_at(int folder, const char* name, mode_t mode);
int clone(int to, int from);

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

}  // namespace dateline::testing::iofault
