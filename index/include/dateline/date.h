// dateline/date.h - calendar dates as news writes them: a day, a month or a year.
//
//   const auto day = dateline::parse_date("2023-03-02");   // Date{2023, 3, 2}
//   dateline::to_string(dateline::Date{2023, 3})            // "2023-03"
//   dateline::last_day(dateline::Date{2022})                // Date{2022, 12, 31}

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// How exactly a date is known.
enum class DatePrecision { kNone, kYear, kMonth, kDay };

/// A date of the proleptic Gregorian calendar. A zero part is unknown: Date{2023, 3}
/// is all of March 2023, Date{} is no date. Years run from 1 to 9999.
///
/// Plain value; ordered by its parts, an unknown part first.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  friend auto operator<=>(const Date&, const Date&) = default;

  /// False only for Date{}.
  explicit operator bool() const { return year != 0; }
};

/// The finest part that is known.
DatePrecision precision(Date date);

/// True when the parts name an existing year, month or day (so not 2023-02-29), or
/// when it is Date{}.
bool is_valid(Date date);

/// ISO 8601: "2023-03-02", "2023-03" or "2023"; empty for Date{}.
std::string to_string(Date date);

/// Reads what to_string() writes: ISO 8601 extended day, month or year, nothing
/// before or after it. Anything else, or a date that does not exist, gives nullopt.
std::optional<Date> parse_date(std::string_view text);

/// The first and the last day of a date of any precision. `date` must be valid and not
/// Date{}.
Date first_day(Date date);
Date last_day(Date date);

/// Days since 1970-01-01 of a full date, negative before it, and back.
/// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int32_t to_days(Date day);
Date from_days(std::int32_t days);

/// Day of the week of a full date: 1 is Monday, 7 is Sunday, as in ISO 8601.
int weekday(Date day);

/// An interval of days, both ends included. A Date{} end is open.
struct DateRange {
  Date first;
  Date last;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// Where a day of publication came from.
enum class DateOrigin {
  kNone,       ///< Not known; there may still be bounds.
  kGiven,      ///< The caller or a field of the record said so.
  kUrl,        ///< The article's own address.
  kHeader,     ///< The dateline or byline of the text.
  kCitations,  ///< Works cited in the text.
  kCopy,       ///< A copy of the text whose day is known.
};

/// "given", "url", "header", "citations", "copy", or "none".
std::string_view to_string(DateOrigin origin);

/// When an article appeared, as far as it is known. Converts from a Date, which is
/// then `kGiven`.
struct Publication {
  Publication() = default;
  Publication(Date given)  // NOLINT: a date is a publication day
      : date(given),
        origin(given ? DateOrigin::kGiven : DateOrigin::kNone),
        confidence(given ? 1.0 : 0.0) {}

  Date date;                              ///< Day, month, year, or Date{}.
  DateOrigin origin = DateOrigin::kNone;  ///< Where `date` came from.
  Date not_before;                        ///< Bounds where `date` is not known;
  Date not_after;                         ///< Date{} where there is none.
  double confidence = 0;                  ///< How sure `date` is: 0 to 1, 0 without.
  std::string reason{};  ///< Sentences: the evidence for `date` or the bounds. Empty
                         ///< where the caller or the record gave the day.

  friend bool operator==(const Publication&, const Publication&) = default;
};

}  // namespace dateline
