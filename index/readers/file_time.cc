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

void bound_by_fetch(Publication& published, std::string_view time) {
  const auto fetched = parse_date(time.substr(0, 10));
  if (published.date || published.not_after || !fetched || fetched->day == 0) return;
  // In the east it may have been a day more.
  published.not_after =
      fetched->year < 9999 ? from_days(to_days(*fetched) + 1) : *fetched;
  published.reason = "It was fetched by " + to_string(published.not_after) + ".";
}

void bound_by_file(Publication& published, Date written) {
  if (published.date || !written || published.not_after) return;
  published.not_after = written;
  published.reason = "Its file was written by " + to_string(written) + ".";
}

}  // namespace dateline::readers
