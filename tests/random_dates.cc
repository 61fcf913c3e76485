#include "tests/random_dates.h"

#include <chrono>
#include <cstddef>
#include <utility>

#include "tests/random_choice.h"

namespace dateline::oracle {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::years;

Date date_of(sys_days when) {
  const std::chrono::year_month_day date(when);
  return {static_cast<int>(date.year()), static_cast<int>(unsigned(date.month())),
          static_cast<int>(unsigned(date.day()))};
}

sys_days today() { return sys_days(year(2023) / 3 / 2); }

// `count` months from the first of one on.
DateRange whole_months(year_month first, int count) {
  return {date_of(sys_days(first / 1)),
          date_of(sys_days((first + months(count)) / 1) - days(1))};
}

std::string digits(std::size_t number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

// The week of ISO 8601 that has a day.
TypedDays week_of(sys_days when) {
  const auto since_monday = std::chrono::weekday(when) - std::chrono::Monday;
  const sys_days monday = when - since_monday;
  const std::chrono::year_month_day thursday(monday + days(3));
  const auto number =
      (monday + days(3) - sys_days(thursday.year() / 1 / 1)).count() / 7 + 1;
  return {std::to_string(static_cast<int>(thursday.year())) + "-W" +
              digits(static_cast<std::size_t>(number), 2),
          {date_of(monday), date_of(monday + days(6))}};
}

TypedDays random_part_of_year(year of, std::mt19937& random) {
  const std::string text = std::to_string(static_cast<int>(of)) + '-';
  switch (below(random, 3)) {
    case 0: {
      const auto quarter = static_cast<unsigned>(below(random, 4));
      return {text + 'Q' + std::to_string(quarter + 1),
              whole_months(of / month(quarter * 3 + 1), 3)};
    }
    case 1: {
      const auto half = static_cast<unsigned>(below(random, 2));
      return {text + 'H' + std::to_string(half + 1),
              whole_months(of / month(half * 6 + 1), 6)};
    }
    default: {
      constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};
      const auto season = static_cast<unsigned>(below(random, 4));
      return {text + kSeasons[season], whole_months(of / month(season * 3 + 3), 3)};
    }
  }
}

// A day, month, year, and what else has a name of its own.
TypedDays random_period(Date near, std::mt19937& random) {
  const year of(near.year);
  const year_month in = of / month(1 + static_cast<unsigned>(below(random, 12)));
  const sys_days when = sys_days(in / 1) + days(static_cast<int>(below(random, 28)));
  switch (below(random, 7)) {
    case 0: {
      const Date date = near.day != 0 ? near : date_of(when);
      return {to_string(date), {date, date}};
    }
    case 1: {
      const year_month one =
          near.month != 0 ? of / month(static_cast<unsigned>(near.month)) : in;
      return {digits(static_cast<std::size_t>(near.year), 4) + '-' +
                  digits(unsigned(one.month()), 2),
              whole_months(one, 1)};
    }
    case 2:
      return {std::to_string(near.year), whole_months(of / 1, 12)};
    case 3:
    case 4:
      return random_part_of_year(of, random);
    case 5:
      return week_of(when);
    default: {
      const int decade = near.year / 10 * 10;
      return {std::to_string(decade) + 's', whole_months(year(decade) / 1, 120)};
    }
  }
}

// Units of time up to today: 30d. A month ago the day may be one that has none.
TypedDays random_span_before(std::mt19937& random) {
  const int count = 1 + static_cast<int>(below(random, 40));
  const std::string number = std::to_string(count);
  const auto since = [](sys_days before) {
    return DateRange{date_of(before + days(1)), kToday};
  };
  const std::chrono::year_month_day now(today());
  switch (below(random, 4)) {
    case 0:
      return {number + 'd', since(today() - days(count))};
    case 1:
      return {number + 'w', since(today() - days(7 * count))};
    case 2:
      return {number + 'm', since(sys_days(now - months(count)))};
    default:
      return {number + 'y', since(sys_days(now - years(count)))};
  }
}

TypedDays random_relative(std::mt19937& random) {
  const std::chrono::year_month_day now(today());
  const year_month in = now.year() / now.month();
  switch (below(random, 10)) {
    case 0:
      return {"today", {kToday, kToday}};
    case 1: {
      const Date yesterday = date_of(today() - days(1));
      return {"yesterday", {yesterday, yesterday}};
    }
    case 2:
      return {"this-week", week_of(today()).range};
    case 3:
      return {"last-week", week_of(today() - days(7)).range};
    case 4:
      return {"this-month", whole_months(in, 1)};
    case 5:
      return {"last-month", whole_months(in - months(1), 1)};
    case 6:
      return {"this-year", whole_months(now.year() / 1, 12)};
    case 7:
      return {"last-year", whole_months((now.year() - years(1)) / 1, 12)};
    default:
      return random_span_before(random);
  }
}

}  // namespace

TypedDays random_days(const std::vector<Date>& dates, std::mt19937& random) {
  if (one_in(random, 8)) return random_relative(random);
  const TypedDays one = random_period(any_of(dates, random), random);
  switch (below(random, 6)) {
    case 0:
      return {".." + one.text, {{1, 1, 1}, one.range.last}};
    case 1:
      return {one.text + "..", {one.range.first, {9999, 12, 31}}};
    case 2:
      return one;
    default:
      break;
  }
  // A range runs from the first day of the one to the last of the other.
  TypedDays other = random_period(any_of(dates, random), random);
  if (other.range.last < one.range.first) {
    return {other.text + ".." + one.text, {other.range.first, one.range.last}};
  }
  return {one.text + ".." + other.text, {one.range.first, other.range.last}};
}

}  // namespace dateline::oracle
