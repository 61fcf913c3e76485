#include "tests/faults/watched_paths.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>

#include "tests/faults/iofault_plan.h"

namespace dateline::testing::iofault {
namespace {

std::string working_folder() {
  char path[4096];
  return getcwd(path, sizeof path) == nullptr ? "" : path;
}

}  // namespace

std::string path_of(int fd) {
  char target[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  const ssize_t size = readlink(link.c_str(), target, sizeof target);
  return size < 0 ? "" : std::string(target, static_cast<std::size_t>(size));
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

}  // namespace dateline::testing::iofault
