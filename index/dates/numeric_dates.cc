// Dates in digits alone: ISO 8601, "24/02/2022", "9/11".

#include "index/dates/reading.h"

namespace dateline::dates {
namespace {

// "T10:00:00Z" behind an ISO date.
void add_iso_time(const Context& context, const Token* at, Reading& reading) {
  const Token* hour = at + 1;
  const Token* minute = at + 2;
  const bool marked = at->gap == Gap::kNone && context.is_word(*at, "t");
  const bool clock = hour->is_plain_number() && hour->digits == 2 &&
                     minute->gap == Gap::kColon && minute->is(Kind::kNumber) &&
                     minute->digits == 2;
  if (!marked || !clock || hour->number > 24 || minute->number > 59) return;
  reading.type = DateType::kTime;
  reading.minute = hour->number * 60 + minute->number;
  reading.value += 'T' + std::string(context.surface(*hour)) + ':' +
                   std::string(context.surface(*minute)).substr(0, 2);
  reading.end = at + 3;
  if (reading.end->gap == Gap::kColon && reading.end->is(Kind::kNumber)) ++reading.end;
  if (reading.end->gap == Gap::kNone && context.is_word(*reading.end, "z"))
    ++reading.end;
}

// "2023-03-02", "2023/03/02", "2023-03-02T10:00".
bool read_iso(const Context& context, const Token* at, Reading& reading) {
  const Gap gap = at[1].gap;
  const bool parted = gap == Gap::kHyphen || gap == Gap::kSlash || gap == Gap::kDot;
  if (!is_year(at) || !parted || at[2].gap != gap) return false;
  const bool numbers = at[1].is(Kind::kNumber) && at[2].is(Kind::kNumber);
  if (!numbers || at[1].digits > 2 || at[2].digits > 2) return false;
  const Date date{at->number, at[1].number, at[2].number};
  if (date.month == 0 || date.day == 0 || !is_valid(date)) return false;
  set_period(reading, at + 3, {Grain::kDay, date}, "ISO date");
  add_iso_time(context, at + 3, reading);
  return true;
}

int full_year(const Token* token) {
  constexpr int kPivot = 40;
  if (is_year(token)) return token->number;
  if (!token->is_plain_number() || token->digits != 2) return 0;
  return token->number + (token->number < kPivot ? 2000 : 1900);
}

// "24/02/2022", "10/30/89": where both may be the month, nothing is said.
bool read_parted(const Token* at, Reading& reading) {
  const Gap gap = at[1].gap;
  const bool parted = gap == Gap::kSlash || gap == Gap::kDot || gap == Gap::kHyphen;
  if (!parted || at[2].gap != gap || !is_day(at) || !is_day(at + 1)) return false;
  const int year = full_year(at + 2);
  if (year == 0 || (at[2].digits == 2 && gap != Gap::kSlash)) return false;
  if (at[3].gap == gap && at[3].is(Kind::kNumber)) return false;
  const int first = at->number;
  const int second = at[1].number;
  reading.score = 0.95;
  if (first > 12 || gap == Gap::kDot || first == second) {
    const Date date{year, second, first};
    return is_valid(date) &&
           set_period(reading, at + 3, {Grain::kDay, date}, "numeric, day first");
  }
  if (second <= 12)
    return set_unresolved(reading, at + 3, Grain::kDay, "numeric, order not known");
  const Date date{year, first, second};
  return is_valid(date) &&
         set_period(reading, at + 3, {Grain::kDay, date}, "numeric, month first");
}

// "9/11" is a day of one year only.
bool read_nine_eleven(const Token* at, Reading& reading) {
  const bool found = at->number == 9 && at->digits == 1 && at[1].gap == Gap::kSlash &&
                     at[1].is_plain_number() && at[1].number == 11 &&
                     at[2].gap != Gap::kSlash;
  return found &&
         set_period(reading, at + 2, {Grain::kDay, {2001, 9, 11}}, "named day");
}

}  // namespace

bool read_numeric_date(const Context& context, const Token* at, Reading& reading) {
  if (at->gap == Gap::kHyphen || context.before(*at) == '$') return false;
  return read_iso(context, at, reading) || read_parted(at, reading) ||
         read_nine_eleven(at, reading);
}

}  // namespace dateline::dates
