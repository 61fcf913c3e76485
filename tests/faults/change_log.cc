#include "tests/faults/change_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/faults/iofault_plan.h"
#include "tests/faults/real_calls.h"
#include "tests/faults/watched_paths.h"

namespace dateline::testing::iofault {

void log_change(Change change, std::uint64_t inode, std::uint64_t offset,
                std::string_view path, std::string_view other, std::string_view bytes) {
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

void log_content(int fd, std::uint64_t offset, std::size_t size) {
  const int file =
      NEXT(open)(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDONLY | O_CLOEXEC);
  std::string bytes(size, '\0');
  const ssize_t got = pread(file, bytes.data(), size, static_cast<off_t>(offset));
  if (got != static_cast<ssize_t>(size)) std::abort();
  NEXT(close)(file);
  log_change(Change::kWrite, inode_of(fd), offset, "", "", bytes);
}

}  // namespace dateline::testing::iofault
