#include <dateline/date.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace dateline {
namespace {

using std::chrono::year_month_day;

year_month_day calendar(Date date) {
  return year_month_day{std::chrono::year(date.year),
                        std::chrono::month(static_cast<unsigned>(date.month)),
                        std::chrono::day(static_cast<unsigned>(date.day))};
}

Date from_calendar(year_month_day day) {
  return {static_cast<int>(day.year()),
          static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

// `text` as a number of exactly `digits` digits; -1 if it is none.
int number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Appends `number` as "%0*d" has it.
void append_number(int number, std::size_t digits, std::string& text) {
  if (number < 0) {
    text += '-';
    digits -= digits > 0 ? 1 : 0;
  }
  std::array<char, 12> written;
  char* begin = written.data() + written.size();
  auto rest =
      number < 0 ? 0U - static_cast<unsigned>(number) : static_cast<unsigned>(number);
  for (std::size_t i = 0; i < digits || rest != 0; ++i, rest /= 10)
    *--begin = static_cast<char>('0' + rest % 10);
  text.append(begin, written.data() + written.size());
}

}  // namespace

DatePrecision precision(Date date) {
  if (date.year == 0) return DatePrecision::kNone;
  if (date.month == 0) return DatePrecision::kYear;
  return date.day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
}

bool is_valid(Date date) {
  if (date == Date{}) return true;
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12 || date.day < 0 || date.day > 31) return false;
  return date.day == 0 || calendar(date).ok();
}

std::string to_string(Date date) {
  std::string text;
  if (date.year == 0) return text;
  append_number(date.year, 4, text);
  if (date.month == 0) return text;
  text += '-';
  append_number(date.month, 2, text);
  if (date.day == 0) return text;
  text += '-';
  append_number(date.day, 2, text);
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  date.year = number(text.substr(0, 4), 4);
  if (text.size() >= 7) {
    date.month = text[4] == '-' ? number(text.substr(5, 2), 2) : -1;
    if (date.month < 1) return std::nullopt;
  }
  if (text.size() == 10) {
    date.day = text[7] == '-' ? number(text.substr(8, 2), 2) : -1;
    if (date.day < 1) return std::nullopt;
  }
  if (date.year < 1 || !is_valid(date)) return std::nullopt;
  return date;
}

Date first_day(Date date) {
  return {date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
}

Date last_day(Date date) {
  if (date.day != 0) return date;
  const int month = date.month == 0 ? 12 : date.month;
  const auto last = std::chrono::year(date.year) /
                    std::chrono::month(static_cast<unsigned>(month)) /
                    std::chrono::last;
  return {date.year, month, static_cast<int>(static_cast<unsigned>(last.day()))};
}

std::int32_t to_days(Date day) {
  return static_cast<std::int32_t>(
      std::chrono::sys_days(calendar(day)).time_since_epoch().count());
}

Date from_days(std::int32_t days) {
  return from_calendar(year_month_day(std::chrono::sys_days(std::chrono::days(days))));
}

int weekday(Date day) {
  return static_cast<int>(
      std::chrono::weekday(std::chrono::sys_days(calendar(day))).iso_encoding());
}

std::string_view to_string(DateOrigin origin) {
  switch (origin) {
    case DateOrigin::kGiven:
      return "given";
    case DateOrigin::kUrl:
      return "url";
    case DateOrigin::kHeader:
      return "header";
    case DateOrigin::kCitations:
      return "citations";
    case DateOrigin::kCopy:
      return "copy";
    case DateOrigin::kNone:
      break;
  }
  return "none";
}

}  // namespace dateline
