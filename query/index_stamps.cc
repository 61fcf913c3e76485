#include "query/index_stamps.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

namespace dateline {
namespace {

std::int64_t nanoseconds(const struct statx_timestamp& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// Asks the server of a network file system, too, as opening the file would.
IndexStamp stamp_of(const std::string& path) {
  constexpr unsigned kAsked = STATX_INO | STATX_BTIME | STATX_CTIME | STATX_SIZE;
  struct statx file {};
  if (statx(AT_FDCWD, (path + "/iamglass").c_str(), AT_STATX_FORCE_SYNC, kAsked,
            &file) != 0) {
    return {};
  }
  return {.device = std::uint64_t{file.stx_dev_major} << 32 | file.stx_dev_minor,
          .number = file.stx_ino,
          .born = nanoseconds(file.stx_btime),
          .changed = nanoseconds(file.stx_ctime),
          .bytes = file.stx_size};
}

}  // namespace

IndexStamps stamps_of(const std::vector<std::string>& paths) {
  IndexStamps stamps;
  stamps.reserve(paths.size());
  for (const std::string& path : paths) stamps.push_back(stamp_of(path));
  return stamps;
}

bool SettledStamps::begin(const IndexStamps& stamps, Clock::time_point now) {
  settled_ = false;
  if (stamps != stamps_) {
    stamps_ = stamps;
    seen_ = now;
  }
  const bool all_there = std::ranges::find(stamps, IndexStamp{}) == stamps.end();
  return all_there && now - seen_ >= kAge;
}

}  // namespace dateline
