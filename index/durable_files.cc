#include "index/durable_files.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace dateline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_errno(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

class FileDescriptor {
 public:
  FileDescriptor(const std::string& path, int flags, mode_t mode = 0)
      : fd_(open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (fd_ < 0) throw_errno(path);
  }
  ~FileDescriptor() { close(fd_); }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  int get() const { return fd_; }

 private:
  int fd_;
};

void copy_file(const std::string& from, const std::string& to) {
  {
    const FileDescriptor source(from, O_RDONLY);
    const FileDescriptor target(to, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (ioctl(target.get(), FICLONE, source.get()) == 0) return;
  }
  fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

void rename_path(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) != 0) throw_errno(to);
}

}  // namespace

void sync_path(const std::string& path) {
  const FileDescriptor file(path, O_RDONLY);
  if (fsync(file.get()) != 0) throw_errno(path);
}

void sync_folder(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) sync_path(entry.path().string());
  }
  sync_path(folder);
}

void create_folders(const std::string& path) {
  if (fs::is_directory(path)) return;
  create_folders(parent_folder(path));
  if (fs::create_directory(path)) sync_path(parent_folder(path));
}

void copy_folder(const std::string& from, const std::string& to) {
  fs::create_directory(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    if (!entry.is_regular_file()) continue;
    copy_file(entry.path().string(), (fs::path(to) / entry.path().filename()).string());
  }
}

bool link_file(const std::string& path, const std::string& link) {
  if (::link(path.c_str(), link.c_str()) == 0) return true;
  switch (errno) {
    case EPERM:
    case ENOTSUP:
    case ENOSYS:
    case EMLINK:
    case EXDEV:
      return false;
    default:
      throw_errno(path);
  }
}

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

std::string parent_folder(const std::string& path) {
  const std::string parent = fs::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

bool exchange_paths(const std::string& a, const std::string& b) {
  if (renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) {
    return true;
  }
  if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) return false;
  throw_errno(b);
}

void exchange_by_renames(const std::string& a, const std::string& b,
                         const std::string& aside) {
  rename_path(b, aside);
  if (rename(a.c_str(), b.c_str()) != 0) {
    const int reason = errno;
    rename_path(aside, b);
    errno = reason;
    throw_errno(b);
  }
  rename_path(aside, a);
}

}  // namespace dateline
