#include "index/dates/date_tagger.h"

#include "index/dates/calendar.h"
#include "index/dates/date_words.h"
#include "index/dates/scanner.h"

#include <optional>
#include <string>
#include <utility>

namespace dateline::dates {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2099;

bool is_year(const Piece& piece) {
  return piece.digits == 4 && piece.value >= kFirstYear && piece.value <= kLastYear;
}
bool is_day(const Piece& piece) {
  return piece.digits >= 1 && piece.digits <= 2 && piece.value >= 1 &&
         piece.value <= 31;
}

// Reads dates off the pieces of a text, one after the other: each rule begins at the
// piece `at_` and moves it past what it has read, or leaves it.
class DateReader {
 public:
  DateReader(std::string_view text, Date reference)
      : text_(text),
        reference_(precision(reference) == DatePrecision::kDay ? reference : Date{}),
        scanner_(text) {}

  std::vector<DateMention> run() {
    while (scanner_.piece().kind != Piece::kEnd) {
      if (!read_one()) step();
    }
    return std::move(found_);
  }

 private:
  using Kind = Piece::Kind;

  const Piece& piece(std::size_t ahead = 0) { return scanner_.piece(ahead); }
  DateWord word(std::size_t ahead = 0) { return scanner_.word(ahead); }
  bool follows(std::size_t ahead) {
    return piece(ahead).gap == Gap::kSpace || piece(ahead).gap == Gap::kNone;
  }
  bool follows_comma(std::size_t ahead) {
    return follows(ahead) || piece(ahead).gap == Gap::kComma;
  }

  void step(std::size_t pieces = 1) {
    for (; pieces > 0; --pieces) {
      before_ = word();
      before_piece_ = piece();
      scanner_.advance();
    }
  }

  // Reports pieces [at, at + pieces) and steps over them.
  bool found(std::size_t pieces, std::string value, DatePrecision precision,
             DateRange range, double score, std::string reason) {
    DateMention mention;
    mention.begin = piece().begin;
    mention.end = piece(pieces - 1).end;
    mention.value = std::move(value);
    mention.precision = precision;
    mention.range = range;
    mention.score = score;
    mention.reason = std::move(reason);
    found_.push_back(std::move(mention));
    step(pieces);
    return true;
  }

  bool found(std::size_t pieces, Date date, double score, std::string reason) {
    if (!is_valid(date)) return false;
    return found(pieces, to_string(date), precision(date),
                 {first_day(date), last_day(date)}, score, std::move(reason));
  }

  bool unresolved(std::size_t pieces, DatePrecision precision, std::string reason) {
    return found(pieces, {}, precision, {}, 0.5,
                 std::move(reason) + ", no reference day");
  }

  std::string from_reference(std::string_view rule) const {
    return std::string(rule) + ", from " + to_string(reference_);
  }

  bool read_one() {
    const Piece& now = piece();
    if (now.kind == Piece::kNumber) return read_number();
    switch (word().kind) {
      case WordKind::kMonth:
        return read_month(0);
      case WordKind::kWeekday:
        return read_weekday();
      case WordKind::kRelative:
        return read_relative_day();
      case WordKind::kPointer:
        return read_pointer();
      case WordKind::kSeason:
        return read_season();
      default:
        return false;
    }
  }

  bool read_number() {
    const Piece& now = piece();
    if (now.part_of_number) return false;
    if (now.digits == 4 && read_iso()) return true;
    if (is_day(now) && (read_day_month() || read_slashed())) return true;
    if (read_decade()) return true;
    return is_year(now) && read_year();
  }

  // 2023-03-02, 2023/03/02, 2023-03-02T10:00:00.
  bool read_iso() {
    const Gap gap = piece(1).gap;
    if ((gap != Gap::kHyphen && gap != Gap::kSlash) || piece(2).gap != gap)
      return false;
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
  bool read_slashed() {
    const Gap gap = piece(1).gap;
    if ((gap != Gap::kSlash && gap != Gap::kDot && gap != Gap::kHyphen) ||
        piece(2).gap != gap || !is_year(piece(2)) || !is_day(piece(1)))
      return false;
    const int first = piece().value;
    const int second = piece(1).value;
    if (first == second)
      return found(3, {piece(2).value, first, second}, 0.9, "numeric");
    if (first > 12)
      return found(3, {piece(2).value, second, first}, 0.95, "numeric, day first");
    if (second > 12)
      return found(3, {piece(2).value, first, second}, 0.95, "numeric, month first");
    return found(3, {}, DatePrecision::kDay, {}, 0.5, "numeric, order not known");
  }

  // 2 March 2023, 2nd of March, 2-4 March 2023, 2 to 4 March.
  bool read_day_month() {
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

  bool has_year_at(std::size_t at) {
    if (!is_year(piece(at)) || piece(at).part_of_number) return false;
    return follows_comma(at) || piece(at).gap == Gap::kHyphen;
  }

  // "2-4", "2 to 4": whether pieces from `at` on link two days.
  bool is_range_link(std::size_t at) {
    if (piece(at).gap == Gap::kHyphen) return true;
    return follows(at) && (scanner_.is(at, "to") || scanner_.is(at, "and"));
  }
  std::size_t range_skip(std::size_t at) {
    return piece(at).kind == Piece::kNumber ? 0 : 1;
  }

  // March 2, 2023; March 2-4; March 2023; March. `lead`: pieces before the month that
  // belong to the date, a weekday.
  bool read_month(std::size_t lead) {
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

  // "March 10:30"
  bool is_clock(std::size_t at) { return piece(at + 1).gap == Gap::kColon; }

  bool read_bare_month(const DateWord& month) {
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
    return found(1, nearest_month(month.value, reference_), 0.75,
                 from_reference("month"));
  }

  // "in May Day celebrations", "in March Madness"
  bool is_name_follows() {
    return piece(1).kind == Piece::kWord && follows(1) && piece(1).capital;
  }

  // Days `first` to `last` (0: only one) of a month; without a year the nearest.
  bool found_days(std::size_t pieces, int year, int month, int first, int last) {
    Date day{year, month, first};
    double score = 0.97;
    std::string reason = "day, month and year";
    if (year == 0) {
      if (!reference_) return unresolved(pieces, DatePrecision::kDay, "day and month");
      day = nearest_day(month, first, reference_);
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

  bool read_weekday() {
    const int number = word().value;
    const bool short_form = piece().end - piece().begin <= 4;
    if (word(1).kind == WordKind::kMonth && follows_comma(1)) {
      if (is_day(piece(2)) && read_month(1)) return true;
    } else if (is_day(piece(1)) && follows_comma(1) &&
               word(2).kind == WordKind::kMonth) {
      return false;  // "Thursday, 2 March 2023": the day says it all.
    }
    if (short_form && !piece().dot) return false;
    return found_weekday(1, number, 0);
  }

  // The weekday `number` that `direction` points to; pieces [0, pieces).
  bool found_weekday(std::size_t pieces, int number, int direction) {
    if (!reference_) return unresolved(pieces, DatePrecision::kDay, "weekday");
    const bool ahead = direction > 0 || scanner_.was("until") || scanner_.was("by");
    const int today = weekday(reference_);
    int days = ahead ? (number - today + 7) % 7 : -((today - number + 7) % 7);
    if (days == 0 && direction != 0) days = 7 * direction;
    return found(pieces, from_days(to_days(reference_) + days), 0.7,
                 from_reference("weekday"));
  }

  bool read_relative_day() {
    const int days = word().value;
    if (piece().possessive) return false;  // "today's generation"
    if (!reference_) return unresolved(1, DatePrecision::kDay, "day");
    return found(1, from_days(to_days(reference_) + days), 0.9, from_reference("day"));
  }

  // last week, this year, next Monday, last March.
  bool read_pointer() {
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
        return found_season(2, season_year(next.value, direction, reference_),
                            next.value, from_reference("season"));
      default:
        return false;
    }
  }

  bool read_pointed_unit(int direction, int unit) {
    const bool past = scanner_.is(0, "past") || scanner_.is(0, "coming");
    if (past && unit != kWeek) return false;  // "the past year" is a duration.
    if (past) return false;
    constexpr DatePrecision kPrecisions[] = {
        DatePrecision::kNone, DatePrecision::kMonth, DatePrecision::kYear};
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

  bool read_pointed_month(int direction, const DateWord& month) {
    if (month.unsure && follows(2) && piece(2).capital) return false;
    if (is_day(piece(2)) || has_year_at(2)) return false;
    if (!reference_) return unresolved(2, DatePrecision::kMonth, "month");
    const Date date = pointed_month(month.value, direction, reference_);
    return found(2, date, 0.75, from_reference("month"));
  }

  // summer 2022, the spring of 2023.
  bool read_season() {
    std::size_t at = 1;
    if (follows(at) && scanner_.is(at, "of")) ++at;
    if (!has_year_at(at)) return false;
    return found_season(at + 1, piece(at).value, word().value, "season and year");
  }

  bool found_season(std::size_t pieces, int year, int season, std::string reason) {
    constexpr const char* kSeasons[] = {"-SP", "-SU", "-FA", "-WI"};
    return found(pieces, to_string(Date{year}) + kSeasons[season], DatePrecision::kNone,
                 {}, 0.85, std::move(reason));
  }

  // 1970s, '70s.
  bool read_decade() {
    const Piece& now = piece();
    if (!now.plural || now.value % 10 != 0) return false;
    const bool short_form = now.digits == 2 && now.apostrophe;
    if (!short_form && !is_year(now)) return false;
    const int year = short_form ? 1900 + now.value : now.value;
    return found(1, std::to_string(year / 10), DatePrecision::kNone,
                 {{year, 1, 1}, {year + 9, 12, 31}}, 0.9, "decade");
  }

  bool read_year() {
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
  bool read_year_event(bool alone) {
    const Piece& next = piece(1);
    const bool linked =
        before_.kind == WordKind::kCountOf && piece().gap <= Gap::kHyphen;
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
  bool read_year_range() {
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

  std::string_view text_;
  Date reference_;
  Scanner scanner_;
  DateWord before_;
  Piece before_piece_;
  std::vector<DateMention> found_;
};

}  // namespace

std::vector<DateMention> tag_dates(std::string_view text, Date reference) {
  return DateReader(text, reference).run();
}

}  // namespace dateline::dates
