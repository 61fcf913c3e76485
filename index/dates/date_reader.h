// Reads the dates off a text: the rules, and what they share. The rules stand in
// absolute_dates.cc and relative_dates.cc.

#pragma once

#include <dateline/annotate.h>

#include "index/dates/date_words.h"
#include "index/dates/scanner.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::dates {

/// Whether the piece may be a year, or the day of a month.
inline bool is_year(const Piece& piece) {
  constexpr int kFirstYear = 1500;
  constexpr int kLastYear = 2099;
  return piece.digits == 4 && piece.value >= kFirstYear && piece.value <= kLastYear;
}
inline bool is_day(const Piece& piece) {
  return piece.digits >= 1 && piece.digits <= 2 && piece.value >= 1 &&
         piece.value <= 31;
}

/// Reads dates off the pieces of a text, one after the other: each rule begins at the
/// present piece and moves past what it has read, or leaves it.
class DateReader {
 public:
  DateReader(std::string_view text, Date reference)
      : text_(text),
        reference_(precision(reference) == DatePrecision::kDay ? reference : Date{}),
        scanner_(text) {}

  std::vector<DateMention> run();

 private:
  const Piece& piece(std::size_t ahead = 0) { return scanner_.piece(ahead); }
  DateWord word(std::size_t ahead = 0) { return scanner_.word(ahead); }
  bool follows(std::size_t ahead) {
    return piece(ahead).gap == Gap::kSpace || piece(ahead).gap == Gap::kNone;
  }
  bool follows_comma(std::size_t ahead) {
    return follows(ahead) || piece(ahead).gap == Gap::kComma;
  }
  // "2-4", "2 to 4": whether pieces from `at` on link two days.
  bool is_range_link(std::size_t at) {
    if (piece(at).gap == Gap::kHyphen) return true;
    return follows(at) && (scanner_.is(at, "to") || scanner_.is(at, "and"));
  }
  std::size_t range_skip(std::size_t at) {
    return piece(at).kind == Piece::kNumber ? 0 : 1;
  }
  // "March 10:30"
  bool is_clock(std::size_t at) { return piece(at + 1).gap == Gap::kColon; }

  // Reports pieces [at, at + pieces) and steps over them.
  bool found(std::size_t pieces, std::string value, DatePrecision precision,
             DateRange range, double score, std::string reason);
  bool found(std::size_t pieces, Date date, double score, std::string reason);
  bool unresolved(std::size_t pieces, DatePrecision precision, std::string reason);
  std::string from_reference(std::string_view rule) const;
  void step(std::size_t pieces = 1);
  bool read_one();

  // Dates that say their day, month or year.
  bool read_number();
  bool read_iso();
  bool read_slashed();
  bool read_day_month();
  bool has_year_at(std::size_t at);
  bool read_month(std::size_t lead);
  bool found_days(std::size_t pieces, int year, int month, int first, int last);
  bool read_decade();
  bool read_year();
  bool read_year_event(bool alone);
  bool read_year_range();

  // Dates that count from the reference day.
  bool points_ahead();
  bool read_bare_month(const DateWord& month);
  bool is_name_follows();
  bool read_weekday();
  bool found_weekday(std::size_t pieces, int number, int direction);
  bool read_relative_day();
  bool read_pointer();
  bool read_pointed_unit(int direction, int unit);
  bool read_pointed_month(int direction, const DateWord& month);
  bool read_season();
  bool found_season(std::size_t pieces, int year, int season, std::string reason);

  std::string_view text_;
  Date reference_;
  Scanner scanner_;
  DateWord before_;
  Piece before_piece_;
  std::vector<DateMention> found_;
};

}  // namespace dateline::dates
