// Dates that count from the reference day.

#include "index/dates/date_reader.h"

#include "index/dates/calendar.h"
#include "index/dates/tense.h"

#include <string>
#include <utility>

namespace dateline::dates {

// Whether the words before the present piece make a date without a year one to come.
bool DateReader::points_ahead() {
  return dates::points_ahead(text_.substr(0, piece().begin));
}

bool DateReader::read_bare_month(const DateWord& month) {
  const bool introduced =
      (before_.kind == WordKind::kBeforeYear || before_.kind == WordKind::kCountOf) &&
      piece().gap <= Gap::kHyphen;
  if (!introduced || scanner_.is_abbreviation()) return false;
  if (month.unsure && (before_.kind != WordKind::kBeforeYear || is_name_follows()))
    return false;
  if (follows(1) && word(1).kind == WordKind::kPointer &&
      word(2).kind == WordKind::kUnit && word(2).value == kYear && follows(2)) {
    if (!reference_) return unresolved(3, DatePrecision::kMonth, "month of a year");
    return found(3, {reference_.year + word(1).value, month.value}, 0.9,
                 from_reference("month of a year"));
  }
  if (!reference_) return unresolved(1, DatePrecision::kMonth, "month");
  return found(1, nearest_month(month.value, points_ahead(), reference_), 0.75,
               from_reference("month"));
}

// "in May Day celebrations", "in March Madness"
bool DateReader::is_name_follows() {
  return piece(1).kind == Piece::kWord && follows(1) && piece(1).capital;
}

bool DateReader::read_weekday() {
  const int number = word().value;
  const bool short_form = piece().end - piece().begin <= 4;
  if (word(1).kind == WordKind::kMonth && follows_comma(1)) {
    if (is_day(piece(2)) && read_month(1)) return true;
  } else if (is_day(piece(1)) && follows_comma(1) && word(2).kind == WordKind::kMonth) {
    return false;  // "Thursday, 2 March 2023": the day says it all.
  }
  if (short_form && !piece().dot) return false;
  return found_weekday(1, number, 0);
}

// The weekday `number` that `direction` points to; pieces [0, pieces).
bool DateReader::found_weekday(std::size_t pieces, int number, int direction) {
  if (!reference_) return unresolved(pieces, DatePrecision::kDay, "weekday");
  const bool ahead = direction > 0 || (direction == 0 && points_ahead());
  const int today = weekday(reference_);
  int days = ahead ? (number - today + 7) % 7 : -((today - number + 7) % 7);
  if (days == 0 && direction != 0) days = 7 * direction;
  return found(pieces, from_days(to_days(reference_) + days), 0.7,
               from_reference("weekday"));
}

bool DateReader::read_relative_day() {
  const int days = word().value;
  if (piece().possessive) return false;  // "today's generation"
  if (!reference_) return unresolved(1, DatePrecision::kDay, "day");
  return found(1, from_days(to_days(reference_) + days), 0.9, from_reference("day"));
}

// last week, this year, next Monday, last March.
bool DateReader::read_pointer() {
  const int direction = word().value;
  if (!follows(1)) return false;
  const DateWord next = word(1);
  switch (next.kind) {
    case WordKind::kUnit:
      return read_pointed_unit(direction, next.value);
    case WordKind::kWeekday:
      return found_weekday(2, next.value, direction);
    case WordKind::kMonth:
      return read_pointed_month(direction, next);
    case WordKind::kSeason:
      if (!reference_) return unresolved(2, DatePrecision::kNone, "season");
      return found_season(2, season_year(next.value, direction, reference_), next.value,
                          from_reference("season"));
    default:
      return false;
  }
}

bool DateReader::read_pointed_unit(int direction, int unit) {
  const bool past = scanner_.is(0, "past") || scanner_.is(0, "coming");
  if (past && unit != kWeek) return false;  // "the past year" is a duration.
  if (past) return false;
  constexpr DatePrecision kPrecisions[] = {DatePrecision::kNone, DatePrecision::kMonth,
                                           DatePrecision::kYear};
  if (!reference_) return unresolved(2, kPrecisions[unit], "relative");
  if (unit == kWeek) {
    const Date day = from_days(to_days(reference_) + 7 * direction);
    return found(2, week_value(day), DatePrecision::kNone, week_range(day), 0.85,
                 from_reference("week"));
  }
  if (unit == kYear)
    return found(2, {reference_.year + direction}, 0.85, from_reference("year"));
  return found(2, month_from(reference_, direction), 0.85, from_reference("month"));
}

bool DateReader::read_pointed_month(int direction, const DateWord& month) {
  if (month.unsure && follows(2) && piece(2).capital) return false;
  if (is_day(piece(2)) || has_year_at(2)) return false;
  if (!reference_) return unresolved(2, DatePrecision::kMonth, "month");
  const Date date = pointed_month(month.value, direction, reference_);
  return found(2, date, 0.75, from_reference("month"));
}

// summer 2022, the spring of 2023.
bool DateReader::read_season() {
  std::size_t at = 1;
  if (follows(at) && scanner_.is(at, "of")) ++at;
  if (!has_year_at(at)) return false;
  return found_season(at + 1, piece(at).value, word().value, "season and year");
}

bool DateReader::found_season(std::size_t pieces, int year, int season,
                              std::string reason) {
  constexpr const char* kSeasons[] = {"-SP", "-SU", "-FA", "-WI"};
  return found(pieces, to_string(Date{year}) + kSeasons[season], DatePrecision::kNone,
               {}, 0.85, std::move(reason));
}

}  // namespace dateline::dates
