// Times of the clock: their hour and minute, without their day.

#pragma once

#include "index/dates/reading.h"

#include <string>

namespace dateline::dates {

/// A time of the clock as read so far.
struct Clock {
  const Token* end = nullptr;  ///< Null: there is none.
  int minute = -1;             ///< Of the day.
  bool sure = false;           ///< Morning or afternoon is known.
};

/// "10:30", "10.30 p.m.", "10 a.m.", "1030 GMT".
Clock read_digits(const Context& context, const Token* at);
/// "seven o'clock", "at seven", "9.24 on Monday".
Clock read_hour(const Context& context, const Token* at);
/// The hour behind "at" of a day that has been named: "Sundays at four".
Clock read_hour_of_day(const Context& context, const Token* at);

/// Moves past "GMT", "Eastern time", "local time".
void skip_zone(const Context& context, Clock& clock);
/// Takes in "in the morning".
void apply_part(Clock& clock);
/// Makes an hour that may be of the morning or the afternoon one of `part`, or, for
/// none (-1), the likelier.
void settle(Clock& clock, int part);

/// Whether only the dot of "a.m." stands before the token.
bool is_behind_m(const Context& context, const Token* at);

/// "T15:30" of a minute of the day.
std::string clock_text(int minute);

}  // namespace dateline::dates
