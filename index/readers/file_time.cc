#include "index/readers/file_time.h"

#include <sys/stat.h>

namespace dateline::readers {

Date day_of_file_time(std::int64_t seconds) {
  constexpr std::int64_t kSecondsADay = 24 * 60 * 60;
  constexpr int kFirstYear = 1990;  // Earlier ones are 1970, 1980: no time was known.
  constexpr int kLastYear = 9998;
  const std::int64_t days = seconds / kSecondsADay;
  if (days < 0 || days > to_days({kLastYear, 1, 1})) return {};
  // In the east it may have been a day more.
  const Date day = from_days(static_cast<std::int32_t>(days) + 1);
  return day.year < kFirstYear ? Date{} : day;
}

Date day_written(const std::string& path) {
  struct stat file {};
  if (stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) return {};
  return day_of_file_time(std::int64_t{file.st_mtime});
}

void bound_by_file(Publication& published, Date written) {
  if (published.date || !written || published.not_after) return;
  published.not_after = written;
  published.reason = "Its file was written by " + to_string(written) + ".";
}

}  // namespace dateline::readers
