#include "tests/faults/guarded_calls.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <cerrno>

#include "tests/faults/real_calls.h"

namespace dateline::testing::iofault {

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

int link_at(int folder, const char* path, int name_folder, const char* name,
            int flags) {
  const std::string file = absolute(folder, path);
  const std::string target = absolute(name_folder, name);
  if (plan().linkless && watched(target)) {
    errno = EPERM;
    return -1;
  }
  return guarded(
      Kind::kLink, target,
      [&] { return NEXT(linkat)(folder, path, name_folder, name, flags); },
      [&](int) { log_change(Change::kLink, 0, 0, file, target); });
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

}  // namespace dateline::testing::iofault
