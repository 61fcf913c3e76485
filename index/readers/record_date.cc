#include "index/readers/record_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

constexpr std::size_t kLongestDate = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<Date> existing(int year, int month, int day) {
  const Date date{year, month, day};
  if (year == 0 || month == 0 || day == 0 || !is_valid(date)) return std::nullopt;
  return date;
}

int to_number(std::string_view digits) {
  int value = -1;
  const auto end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  return error == std::errc() && stop == end ? value : -1;
}

std::size_t count_digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

// "2023-03-02", "2023/3/2", "2023-03", "2023", with anything but a digit behind it.
std::optional<Date> read_year_first(std::string_view text) {
  if (count_digits(text) != 4) return std::nullopt;
  const int year = to_number(text.substr(0, 4));
  text.remove_prefix(4);
  if (text.empty()) return parse_date(to_string(Date{year}));
  const char separator = text.front();
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;

  text.remove_prefix(1);
  const std::size_t month_digits = count_digits(text);
  if (month_digits == 0 || month_digits > 2) return std::nullopt;
  const int month = to_number(text.substr(0, month_digits));
  text.remove_prefix(month_digits);
  if (text.empty()) {
    const Date date{year, month};
    return month > 0 && year > 0 && is_valid(date) ? std::optional(date) : std::nullopt;
  }

  if (text.front() != separator) return std::nullopt;
  text.remove_prefix(1);
  const std::size_t day_digits = count_digits(text);
  if (day_digits == 0 || day_digits > 2) return std::nullopt;
  return existing(year, month, to_number(text.substr(0, day_digits)));
}

// "20230302" and "20230302T100000Z".
std::optional<Date> read_compact(std::string_view text) {
  if (count_digits(text) != 8) return std::nullopt;
  if (text.size() > 8 && text[8] != 'T' && text[8] != ' ') return std::nullopt;
  return existing(to_number(text.substr(0, 4)), to_number(text.substr(4, 2)),
                  to_number(text.substr(6, 2)));
}

// "25/12/2023", "12/25/2023", "05.05.2023": only where both readings agree or one of
// them is no date.
std::optional<Date> read_year_last(std::string_view text) {
  std::array<int, 3> part{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t digits = count_digits(text);
    if (digits == 0 || digits > (i == 2 ? 4 : 2)) return std::nullopt;
    if (i == 2 && digits != 4) return std::nullopt;
    part[i] = to_number(text.substr(0, digits));
    text.remove_prefix(digits);
    if (i == 2) break;
    if (text.empty() || (text.front() != '/' && text.front() != '.')) {
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  const auto day_first = existing(part[2], part[1], part[0]);
  const auto month_first = existing(part[2], part[0], part[1]);
  if (day_first && month_first && *day_first != *month_first) return std::nullopt;
  return day_first ? day_first : month_first;
}

std::optional<Date> read_epoch_text(std::string_view text) {
  const std::size_t digits = count_digits(text);
  if (digits < 9) return std::nullopt;
  const std::string_view fraction = text.substr(digits);
  if (!fraction.empty() && fraction.front() != '.') return std::nullopt;
  std::int64_t count = 0;
  const auto result = std::from_chars(text.data(), text.data() + digits, count);
  if (result.ec != std::errc()) return std::nullopt;
  return read_epoch(count);
}

// The month that a word begins, 1 to 12, by its first three letters; 0: none.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string lower = ascii_lower(word);
  if (lower.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool sept = i == 8 && lower == "sept";
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3) || sept) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

// Runs of digits and runs of letters; times ("10:00:00") are left out.
std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto same = is_digit(text[i]) ? is_digit : is_letter;
    if (!same(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && same(text[i])) ++i;
    const bool in_time =
        (i < text.size() && text[i] == ':') ||
        (begin > 0 && (text[begin - 1] == ':' || text[begin - 1] == '+'));
    if (!in_time) tokens.push_back(text.substr(begin, i - begin));
  }
  return tokens;
}

int day_of(std::string_view token) { return token.size() <= 2 ? to_number(token) : -1; }

int year_of(std::string_view token) {
  return token.size() == 4 && is_digit(token.front()) ? to_number(token) : -1;
}

// Two digits as RFC 822 had them: 87 is 1987, 23 is 2023.
int short_year_of(std::string_view token) {
  const int year = token.size() == 2 && is_digit(token.front()) ? to_number(token) : -1;
  return year < 0 ? year_of(token) : year + (year < 70 ? 2000 : 1900);
}

std::optional<Date> read_month_name(std::string_view text) {
  const auto tokens = tokens_of(text);
  std::size_t m = 0;
  while (m < tokens.size() && month_of(tokens[m]) == 0) ++m;
  if (m + 1 >= tokens.size()) return std::nullopt;
  const int month = month_of(tokens[m]);
  const std::string_view after = tokens[m + 1];

  if (m > 0 && day_of(tokens[m - 1]) > 0) {  // 2 March 2023, 02 Mar 87
    return existing(std::max(short_year_of(after), 0), month, day_of(tokens[m - 1]));
  }
  if (year_of(after) > 0) return Date{year_of(after), month};  // March 2023
  for (std::size_t i = m + 2; i < tokens.size(); ++i) {        // March 2nd, 2023
    if (year_of(tokens[i]) > 0) {
      return existing(year_of(tokens[i]), month, std::max(day_of(after), 0));
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> read_record_date(std::string_view text) {
  text = trim(text).substr(0, kLongestDate);
  for (const auto read : {read_year_first, read_compact, read_year_last,
                          read_epoch_text, read_month_name}) {
    if (const auto date = read(text)) return date;
  }
  return std::nullopt;
}

std::optional<Date> read_epoch(std::int64_t count) {
  constexpr std::int64_t kSecondsADay = 86'400;
  if (count >= 1500 && count <= 2100) return Date{static_cast<int>(count)};
  if (count >= 15000101 && count <= 21001231) {
    const auto whole = static_cast<int>(count);
    if (const auto date = existing(whole / 10000, whole / 100 % 100, whole % 100)) {
      return date;
    }
  }
  // Seconds reach 100,000,000,000 in the year 5138, milliseconds had passed it in 1973.
  constexpr std::int64_t kTooManySeconds = 100'000'000'000;
  while (count >= kTooManySeconds || count <= -kTooManySeconds) count /= 1000;
  std::int64_t days = count / kSecondsADay;
  if (count % kSecondsADay < 0) --days;
  return from_days(static_cast<std::int32_t>(days));
}

}  // namespace dateline::readers
