#include "index/readers/file_time.h"

#include <sys/stat.h>

#include <cstdint>

namespace dateline::readers {

Date day_written(const std::string& path) {
  constexpr std::int64_t kSecondsADay = 24 * 60 * 60;
  constexpr int kFirstYear = 1990;  // Earlier ones are 1970, 1980: no time was known.
  constexpr int kLastYear = 9998;
  struct stat file {};
  if (stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) return {};
  const std::int64_t days = std::int64_t{file.st_mtime} / kSecondsADay;
  if (days < 0 || days > to_days({kLastYear, 1, 1})) return {};
  // In the east it may have been a day more.
  const Date day = from_days(static_cast<std::int32_t>(days) + 1);
  return day.year < kFirstYear ? Date{} : day;
}

void bound_by_file(Publication& published, Date written) {
  if (published.date || !written || published.not_after) return;
  published.not_after = written;
  published.reason = "Its file was written by " + to_string(written) + ".";
}

}  // namespace dateline::readers
