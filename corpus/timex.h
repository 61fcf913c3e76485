// Values of dates as TIMEX3 writes them: "2023-03-02", "199" for the 1990s, "P3D".

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpus {

enum class TimexType { date, time, duration, set };
inline constexpr std::string_view kTimexTypes[] = {"DATE", "TIME", "DURATION", "SET"};

struct Timex {
  TimexType type = TimexType::date;
  std::string value;     ///< "2023-03-02/2023-03-04"; of a set, without "SET ".
  std::string modifier;  ///< "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN".
};

/// "199 START", "SET XXXX-WXX-5"; nullopt if `text` is not well formed, names a day or
/// week that no calendar has, or an interval that ends before it begins.
std::optional<Timex> parse_timex(std::string_view text);

/// What a value says of year, month and day; 0 where it says nothing.
struct TimexPoint {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

/// Of a DATE or TIME, one, or the two ends of an interval; none of others.
std::vector<TimexPoint> points_of(const Timex& timex);

/// Where an expression that was said on `published` (any day if that is not ok()) says
/// something else than its value does: "Friday" is no Thursday, "2 March" not
/// 2023-03-03. A sentence, or empty. Knows English. Never says so of what it does not
/// understand.
std::string disagreement(std::string_view surface, const Timex& timex,
                         std::chrono::year_month_day published);

}  // namespace dateline::corpus
