#include "corpus/timex.h"

#include <algorithm>
#include <iterator>

namespace dateline::corpus {
namespace {

using std::string_view;

/// In patterns '9' stands for a digit, everything else for itself.
bool fits(string_view text, string_view pattern) {
  return std::equal(
      text.begin(), text.end(), pattern.begin(), pattern.end(),
      [](char c, char p) { return p == '9' ? c >= '0' && c <= '9' : c == p; });
}

template <std::size_t N>
bool fits_any(string_view text, const string_view (&patterns)[N]) {
  return std::any_of(std::begin(patterns), std::end(patterns),
                     [text](string_view pattern) { return fits(text, pattern); });
}

constexpr string_view kDates[] = {
    "9999-99-99", "9999-99",     "9999",    "999",       "99",       "9999-W99",
    "9999-W99-9", "9999-W99-WE", "9999-Q9", "9999-H9",   "9999-SP",  "9999-SU",
    "9999-FA",    "9999-WI",     "FY9999",  "FY9999-Q9", "FY9999-H9"};
constexpr string_view kReferences[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
constexpr string_view kTimes[] = {"99", "99:99", "99:99:99", "MO", "MI",
                                  "AF", "EV",    "NI",       "DT"};
constexpr string_view kRecurrences[] = {
    "XXXX-99",    "XXXX-99-99",  "XXXX-XX-99", "XXXX-XX-XX", "XXXX-WXX",
    "XXXX-WXX-9", "XXXX-WXX-WE", "XXXX-Q9",    "XXXX-H9",    "XXXX-SP",
    "XXXX-SU",    "XXXX-FA",     "XXXX-WI"};
constexpr string_view kModifiers[] = {"START",  "MID",       "END",
                                      "APPROX", "LESS_THAN", "MORE_THAN"};

int number(string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

TimexPoint point_of(string_view value) {
  if (value.starts_with("FY") || !fits(value.substr(0, 4), "9999")) return {};
  TimexPoint point;
  point.year = number(value.substr(0, 4));
  if (value.size() < 7 || !fits(value.substr(0, 7), "9999-99")) return point;
  point.month = static_cast<unsigned>(number(value.substr(5, 2)));
  if (value.size() < 10 || !fits(value.substr(0, 10), "9999-99-99")) return point;
  point.day = static_cast<unsigned>(number(value.substr(8, 2)));
  return point;
}

/// The last week of an ISO year: that of 28 December.
int last_week(int year) {
  using namespace std::chrono;
  const auto is_long = [](std::chrono::year y) {
    return weekday(sys_days(y / December / 31)) == Thursday;
  };
  const std::chrono::year y(year);
  return is_long(y) || is_long(y - years(1)) ? 53 : 52;
}

bool counts_in_range(string_view unit) {
  const int count = unit.size() < 2 ? 1 : unit[1] - '0';
  switch (unit.empty() ? ' ' : unit[0]) {
    case 'Q':
      return count >= 1 && count <= 4;
    case 'H':
      return count >= 1 && count <= 2;
    default:
      return true;
  }
}

/// Whether the calendar has it; of what fits a pattern of kDates.
bool in_calendar(string_view value) {
  if (value.starts_with("FY"))
    return value.size() < 7 || counts_in_range(value.substr(7));
  if (value.size() > 5 && value[5] == 'W' && value[6] != 'I') {
    const int week = number(value.substr(6, 2));
    const bool weekday_ok = value.size() != 10 || (value[9] >= '1' && value[9] <= '7');
    return week >= 1 && week <= last_week(number(value.substr(0, 4))) && weekday_ok;
  }
  if (value.size() == 7 && !fits(value, "9999-99")) {
    return counts_in_range(value.substr(5));
  }
  const TimexPoint point = point_of(value);
  if (value.size() < 7) return true;
  if (point.month < 1 || point.month > 12) return false;
  return value.size() < 10 ||
         (std::chrono::year(point.year) / std::chrono::month(point.month) /
          std::chrono::day(point.day))
             .ok();
}

bool is_clock_time(string_view time) {
  if (!fits_any(time, kTimes)) return false;
  if (time[0] < '0' || time[0] > '9') return true;
  const int hour = number(time.substr(0, 2));
  const int minute = time.size() < 5 ? 0 : number(time.substr(3, 2));
  const int second = time.size() < 8 ? 0 : number(time.substr(6, 2));
  if (hour == 24) return minute == 0 && second == 0;  // Midnight at the end of a day.
  return hour < 24 && minute < 60 && second < 60;
}

/// What stands before the T of a time, or all.
string_view day_part(string_view value) { return value.substr(0, value.find('T')); }

bool has_time(string_view value) { return value.find('T') != string_view::npos; }

bool is_date(string_view value) {
  return fits_any(value, kDates) && in_calendar(value);
}

bool is_time(string_view value) {
  const string_view day = day_part(value);
  return has_time(value) && fits(day, "9999-99-99") && in_calendar(day) &&
         is_clock_time(value.substr(day.size() + 1));
}

/// "P1Y6M", "PT1H30M", "P2.5D", "PXM"; P1DE and P1CE are decades and centuries.
bool is_duration(string_view value) {
  if (!value.starts_with('P')) return false;
  value.remove_prefix(1);
  string_view units = "YMWD";
  if (fits(value, "9DE") || fits(value, "99DE") || fits(value, "9CE") ||
      value == "XDE" || value == "XCE") {
    return true;
  }
  bool any = false;
  bool in_time = false;
  while (!value.empty()) {
    if (value.starts_with('T') && !in_time) {
      value.remove_prefix(1);
      units = "HMS";
      in_time = true;
    }
    const auto length =
        value.starts_with('X') ? 1 : value.find_first_not_of("0123456789.");
    if (length == 0 || length >= value.size()) return false;
    if (value.starts_with('.') || value[length - 1] == '.') return false;
    const auto unit = units.find(value[length]);
    if (unit == string_view::npos) return false;
    units.remove_prefix(unit + 1);  // From the longest to the shortest.
    value.remove_prefix(length + 1);
    any = true;
  }
  return any;
}

bool is_recurrence(string_view value) {
  const string_view day = day_part(value);
  if (!fits_any(day, kRecurrences)) return false;
  if (has_time(value)) return is_clock_time(value.substr(day.size() + 1));
  if (fits(day, "XXXX-99")) return is_date("2000" + std::string(day.substr(4)));
  if (fits(day, "XXXX-99-99")) return is_date("2000" + std::string(day.substr(4)));
  if (fits(day, "XXXX-WXX-9")) return day.back() >= '1' && day.back() <= '7';
  if (day.size() == 7) return counts_in_range(day.substr(5));
  return day != "XXXX-XX-XX";
}

/// Both ends of one form, the second behind the first.
bool is_interval(string_view first, string_view second) {
  if (first.size() != second.size() || first == second) return false;
  if (first.substr(0, 4) != second.substr(0, 4)) return first < second;
  const bool seasons = first.size() == 7 && first[5] >= 'A' && first[5] != 'Q';
  return seasons || first < second;
}

std::optional<TimexType> type_of(string_view value) {
  const auto slash = value.find('/');
  if (slash != string_view::npos) {
    const string_view first = value.substr(0, slash);
    const string_view second = value.substr(slash + 1);
    if (!is_interval(first, second)) return std::nullopt;
    if (is_date(first) && is_date(second)) return TimexType::date;
    if (is_time(first) && is_time(second)) return TimexType::time;
    return std::nullopt;
  }
  if (is_date(value) || fits_any(value, kReferences)) return TimexType::date;
  if (is_time(value)) return TimexType::time;
  if (is_duration(value)) return TimexType::duration;
  return std::nullopt;
}

}  // namespace

std::optional<Timex> parse_timex(string_view text) {
  const bool is_set = text.starts_with("SET ");
  if (is_set) text.remove_prefix(4);
  Timex timex;
  if (const auto blank = text.find(' '); blank != string_view::npos) {
    timex.modifier = text.substr(blank + 1);
    text = text.substr(0, blank);
    if (!fits_any(timex.modifier, kModifiers)) return std::nullopt;
  }
  timex.value = text;
  if (is_set) {
    if (!is_recurrence(text) && !is_duration(text)) return std::nullopt;
    timex.type = TimexType::set;
    return timex;
  }
  const auto type = type_of(text);
  if (!type) return std::nullopt;
  timex.type = *type;
  return timex;
}

std::vector<TimexPoint> points_of(const Timex& timex) {
  if (timex.type != TimexType::date && timex.type != TimexType::time) return {};
  const string_view value = timex.value;
  const auto slash = value.find('/');
  std::vector<TimexPoint> points = {point_of(value.substr(0, slash))};
  if (slash != string_view::npos) points.push_back(point_of(value.substr(slash + 1)));
  return points;
}

}  // namespace dateline::corpus
