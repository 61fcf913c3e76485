#include "query/query_dates.h"

#include <dateline/period.h>

#include "query/query_text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::query {
namespace {

constexpr Date kFirstDay{1, 1, 1};
constexpr Date kLastDay{9999, 12, 31};
constexpr int kDaysOfWeek = 7;

// Either a range or the reason why there is none.
enum class Failure { kNone, kNotADate, kNoToday };
struct Read {
  DateRange range{};
  Failure failure = Failure::kNone;
};

// The day that many days away, within the calendar's years.
Date day_after(Date day, std::int64_t days) {
  const std::int64_t wanted = to_days(day) + days;
  return from_days(static_cast<std::int32_t>(
      std::clamp<std::int64_t>(wanted, to_days(kFirstDay), to_days(kLastDay))));
}

// The same day of an earlier month, or that month's last day when it is shorter.
Date months_before(Date day, std::int64_t months) {
  const std::int64_t month = day.year * 12LL + day.month - 1 - months;
  if (month < 12) return kFirstDay;
  const Date wanted{static_cast<int>(month / 12), static_cast<int>(month % 12) + 1};
  return {wanted.year, wanted.month, std::min(day.day, last_day(wanted).day)};
}

DateRange week_of(Date day) {
  const Date monday = day_after(day, 1 - weekday(day));
  return {monday, day_after(day, kDaysOfWeek - weekday(day))};
}

// 30d, 2w, 6m, 1y: that many units of time up to and including today.
std::optional<DateRange> last_units(std::string_view text, Date today) {
  const std::string_view digits = text.substr(0, text.size() - 1);
  constexpr std::size_t kMaxDigits = 7;  // More than the days of 9999 years.
  if (!is_number(digits) || digits.size() > kMaxDigits) return std::nullopt;
  const std::int64_t count = std::stol(std::string(digits));
  if (count == 0) return std::nullopt;
  const auto since = [&](Date before) {
    return DateRange{before == kFirstDay ? before : day_after(before, 1), today};
  };
  switch (text.back()) {
    case 'd':
      return DateRange{day_after(today, 1 - count), today};
    case 'w':
      return DateRange{day_after(today, 1 - count * kDaysOfWeek), today};
    case 'm':
      return since(months_before(today, count));
    case 'y':
      return since(months_before(today, count * 12));
    default:
      return std::nullopt;
  }
}

// `word` in lower case, `today` a full date.
std::optional<DateRange> read_relative(std::string_view word, Date today) {
  if (word == "today") return DateRange{today, today};
  if (word == "yesterday") return days_of(day_after(today, -1));
  if (word == "this-week") return week_of(today);
  if (word == "last-week") return week_of(day_after(today, -kDaysOfWeek));
  if (word == "this-month") return days_of({today.year, today.month});
  if (word == "last-month") {
    const Date before = months_before(today, 1);
    return days_of({before.year, before.month});
  }
  if (word == "this-year") return days_of({today.year});
  if (word == "last-year") return days_of({std::max(today.year - 1, 1)});
  return last_units(word, today);
}

// The month of an English name or its first three letters; 0 for none.
int month_of(std::string_view word) {
  constexpr std::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word == "sept") return 9;
  for (int month = 1; month <= 12; ++month) {
    const std::string_view name = kMonths[month - 1];
    if (word == name || word == name.substr(0, 3)) return month;
  }
  return 0;
}

// A number of a few digits; of a day also as 2nd.
int number_of(std::string_view word) {
  if (word.size() > 2 && !is_number(word)) word.remove_suffix(2);
  return is_number(word) && word.size() <= 4 ? std::stoi(std::string(word)) : 0;
}

// "March 1987", "15 March 1987", "March 15, 1987", in lower case.
std::optional<DateRange> read_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(" ,.-", at)) != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(" ,.-", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  if (words.size() < 2 || words.size() > 3 || !is_number(words.back())) {
    return std::nullopt;
  }
  const bool day_first = words.size() == 3 && month_of(words[0]) == 0;
  const Date date{number_of(words.back()), month_of(words[day_first ? 1 : 0]),
                  words.size() == 3 ? number_of(words[day_first ? 0 : 1]) : 0};
  const bool whole = date.month != 0 && (words.size() == 2 || date.day != 0);
  if (words.back().size() != 4 || !whole || !is_valid(date)) return std::nullopt;
  return days_of(date);
}

Read read_one(std::string_view text, Date today) {
  if (const auto period = parse_period(text)) return {*period};
  std::string word = ascii_lower(text);
  if (const auto written = read_words(word)) return {*written};
  std::replace(word.begin(), word.end(), ' ', '-');  // published:"last week"
  if (word.empty()) return {{}, Failure::kNotADate};
  const bool known = precision(today) == DatePrecision::kDay && is_valid(today);
  const auto range = read_relative(word, known ? today : Date{2000, 1, 1});
  if (!range) return {{}, Failure::kNotADate};
  if (!known) return {{}, Failure::kNoToday};
  return {*range};
}

DatesRead failed(Failure failure, std::string_view text) {
  if (failure == Failure::kNoToday) {
    return {std::nullopt, quoted(text) +
                              " counts from today, and which day that is was not given;"
                              " write the dates, as in 2023-02..2023-04."};
  }
  return {std::nullopt,
          quoted(text) +
              " is not a date; write a day, month or year (2023-03-02, 2023-03, 2023),"
              " a quarter, week or decade (2023-Q1, 2023-W09, 1970s), a range "
              "(2023-02..2023-04, ..2022, 2024..), or today, yesterday,"
              " this-week, last-month, 30d and the like."};
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

DatesRead read_range(std::string_view from, std::string_view to, Date today) {
  Read first;
  Read last;
  if (!from.empty()) first = read_one(from, today);
  if (first.failure != Failure::kNone) return failed(first.failure, from);
  if (!to.empty()) last = read_one(to, today);
  if (last.failure != Failure::kNone) return failed(last.failure, to);
  const DateRange range{first.range.first, last.range.last};
  if (!from.empty() && !to.empty() && range.last < range.first) {
    return {DateRange{last.range.first, first.range.last},
            "This range runs backwards; it is read as " +
                quoted(std::string(to) + ".." + std::string(from)) + "."};
  }
  return {range, {}};
}

}  // namespace

DatesRead read_dates(std::string_view text, Date today) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos && text.size() > 2) {
    return read_range(trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2)),
                      today);
  }
  const Read read = read_one(text, today);
  if (read.failure != Failure::kNone) return failed(read.failure, text);
  return {read.range, {}};
}

}  // namespace dateline::query
