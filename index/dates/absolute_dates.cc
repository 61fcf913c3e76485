// Dates that say their day, month or year.

#include "index/dates/date_reader.h"

#include "index/dates/calendar.h"

#include <string>
#include <utility>

namespace dateline::dates {

bool DateReader::read_number() {
  const Piece& now = piece();
  if (now.part_of_number) return false;
  if (now.digits == 4 && read_iso()) return true;
  if (is_day(now) && (read_day_month() || read_slashed())) return true;
  if (read_decade()) return true;
  return is_year(now) && read_year();
}

// 2023-03-02, 2023/03/02, 2023-03-02T10:00:00.
bool DateReader::read_iso() {
  const Gap gap = piece(1).gap;
  if ((gap != Gap::kHyphen && gap != Gap::kSlash) || piece(2).gap != gap) return false;
  const Piece& month = piece(1);
  const Piece& day = piece(2);
  if (!is_year(piece()) || month.digits == 0 || month.digits > 2 || day.digits == 0 ||
      day.digits > 2)
    return false;
  const Date date{piece().value, month.value, day.value};
  if (date.month == 0 || date.day == 0) return false;
  return found(3, date, 1.0, "ISO date");
}

// 24/02/2022, where the day can only be the day.
bool DateReader::read_slashed() {
  const Gap gap = piece(1).gap;
  if ((gap != Gap::kSlash && gap != Gap::kDot && gap != Gap::kHyphen) ||
      piece(2).gap != gap || !is_year(piece(2)) || !is_day(piece(1)))
    return false;
  const int first = piece().value;
  const int second = piece(1).value;
  if (first == second) return found(3, {piece(2).value, first, second}, 0.9, "numeric");
  if (first > 12)
    return found(3, {piece(2).value, second, first}, 0.95, "numeric, day first");
  if (second > 12)
    return found(3, {piece(2).value, first, second}, 0.95, "numeric, month first");
  return found(3, {}, DatePrecision::kDay, {}, 0.5, "numeric, order not known");
}

// 2 March 2023, 2nd of March, 2-4 March 2023, 2 to 4 March.
bool DateReader::read_day_month() {
  std::size_t at = 1;
  int last = 0;
  if (is_range_link(at) && is_day(piece(at + range_skip(at)))) {
    at += range_skip(at);
    last = piece(at).value;
    ++at;
  }
  if (piece(at).kind == Piece::kWord && scanner_.is(at, "of") && follows(at)) ++at;
  if (piece(at).gap != Gap::kSpace && piece(at).gap != Gap::kHyphen) return false;
  if (word(at).kind != WordKind::kMonth) return false;
  const int month = word(at).value;
  std::size_t year_at = at + 1;
  const bool has_year = has_year_at(year_at);
  const int year = has_year ? piece(year_at).value : 0;
  const std::size_t pieces = has_year ? year_at + 1 : year_at;
  return found_days(pieces, year, month, piece().value, last);
}

bool DateReader::has_year_at(std::size_t at) {
  if (!is_year(piece(at)) || piece(at).part_of_number) return false;
  return follows_comma(at) || piece(at).gap == Gap::kHyphen;
}

// March 2, 2023; March 2-4; March 2023; March. `lead`: pieces before the month that
// belong to the date, a weekday.
bool DateReader::read_month(std::size_t lead) {
  const DateWord month = word(lead);
  std::size_t at = lead + 1;
  if (follows(at) && is_day(piece(at)) && !piece(at).part_of_number &&
      piece(at).kind == Piece::kNumber) {
    const int first = piece(at).value;
    int last = 0;
    ++at;
    if (is_range_link(at) && is_day(piece(at + range_skip(at))) &&
        !scanner_.is(at, "and") && piece(at + range_skip(at)).value > first) {
      at += range_skip(at);
      last = piece(at).value;
      ++at;
    }
    if (has_year_at(at))
      return found_days(at + 1, piece(at).value, month.value, first, last);
    if (is_clock(at - 1)) return false;
    return found_days(at, 0, month.value, first, last);
  }
  if (lead > 0) return false;
  if (follows(at) && scanner_.is(at, "of") && has_year_at(at + 1)) ++at;
  if (has_year_at(at))
    return found(at + 1, {piece(at).value, month.value}, 0.95, "month and year");
  return read_bare_month(month);
}

// Days `first` to `last` (0: only one) of a month; without a year the nearest.
bool DateReader::found_days(std::size_t pieces, int year, int month, int first,
                            int last) {
  Date day{year, month, first};
  double score = 0.97;
  std::string reason = "day, month and year";
  if (year == 0) {
    if (!reference_) return unresolved(pieces, DatePrecision::kDay, "day and month");
    day = nearest_day(month, first, points_ahead(), reference_);
    score = 0.85;
    reason = from_reference("day and month");
  }
  if (!is_valid(day)) return false;
  if (last == 0) return found(pieces, day, score, std::move(reason));
  Date end = day;
  end.day = last;
  if (last <= first || !is_valid(end)) return false;
  return found(pieces, to_string(day) + '/' + to_string(end), DatePrecision::kDay,
               {day, end}, score, "range of days");
}

// 1970s, '70s.
bool DateReader::read_decade() {
  const Piece& now = piece();
  if (!now.plural || now.value % 10 != 0) return false;
  const bool short_form = now.digits == 2 && now.apostrophe;
  if (!short_form && !is_year(now)) return false;
  const int year = short_form ? 1900 + now.value : now.value;
  return found(1, std::to_string(year / 10), DatePrecision::kNone,
               {{year, 1, 1}, {year + 9, 12, 31}}, 0.9, "decade");
}

bool DateReader::read_year() {
  const Piece& now = piece();
  if (now.money || now.plural || word(1).kind == WordKind::kCounted) return false;
  if (piece(1).gap == Gap::kHyphen && read_year_range()) return true;
  const bool alone = piece(1).gap > Gap::kHyphen;
  if (piece(1).gap == Gap::kHyphen || piece(1).gap == Gap::kColon ||
      piece(1).gap == Gap::kPercent)
    return false;
  const bool introduced =
      now.gap <= Gap::kHyphen &&
      (before_.kind == WordKind::kBeforeYear || before_.kind == WordKind::kMonth ||
       before_.kind == WordKind::kPointer || before_.kind == WordKind::kSeason);
  if (introduced) return found(1, {now.value}, 0.9, "year");
  if (now.bracketed || read_year_event(alone))
    return found(1, {now.value}, 0.8, "year");
  return false;
}

// A year that nothing before introduces: "by 2025.", "the 2012 Olympics".
bool DateReader::read_year_event(bool alone) {
  const Piece& next = piece(1);
  const bool linked = before_.kind == WordKind::kCountOf && piece().gap <= Gap::kHyphen;
  if (linked && alone && !next.plural_word) return true;
  if (linked && next.kind == Piece::kWord && !next.capital && !next.plural_word)
    return true;
  if (next.kind == Piece::kWord && follows(1)) {
    for (const std::string_view event :
         {"Olympics", "Olympic", "World", "Games", "election", "elections", "Summer",
          "Winter", "season", "budget", "Super", "presidential", "general", "Nobel"})
      if (scanner_.is(1, event)) return true;
  }
  const bool after_word = before_piece_.kind == Piece::kWord &&
                          piece().gap == Gap::kSpace && !before_piece_.capital;
  return after_word && scanner_.ends_sentence() && before_.kind != WordKind::kNone;
}

// 2022-23, 2019-2021.
bool DateReader::read_year_range() {
  const Piece& next = piece(1);
  const int first = piece().value;
  int last = 0;
  if (is_year(next)) last = next.value;
  if (next.digits == 2) last = first / 100 * 100 + next.value;
  if (last <= first || next.part_of_number || piece(2).gap == Gap::kHyphen)
    return false;
  return found(2, to_string(Date{first}) + '/' + to_string(Date{last}),
               DatePrecision::kYear, {{first, 1, 1}, {last, 12, 31}}, 0.85,
               "range of years");
}

}  // namespace dateline::dates
