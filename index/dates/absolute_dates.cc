// Dates that say their day, month or year.

#include "index/dates/bare_months.h"
#include "index/dates/named_days.h"
#include "index/dates/near_side.h"
#include "index/dates/reading.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

bool is_ordinal_day(const Token* token) {
  return token->ordinal && !token->grouped && token->digits <= 2 &&
         token->number >= 1 && token->number <= 31;
}

// "1er mai".
bool is_first(const Context& context, const Token* token) {
  return token->glued && token->number == 1 && token->digits == 1 &&
         !context.lexicon.is_english();
}

// A year behind what goes before: "March 2, 2023", "2-Mar-2023".
bool year_follows(const Token* token) {
  return is_year(token) && (near(token) || token->gap == Gap::kDotSpace);
}

// "14 Apr 93", as mail of that century has it.
bool is_short_year(const Token* month, const Token* token) {
  constexpr int kFirst = 60;  // What is less may be an hour or a minute.
  return (month->word.flags & kShort) != 0 && token->is_plain_number() &&
         token->digits == 2 && token->number >= kFirst && !token->plural &&
         !token->ordinal && (token->gap == Gap::kSpace || token->gap == Gap::kHyphen) &&
         !token[1].is(Kind::kUnit) && !token[1].is(Kind::kCounted);
}

// "2-4", "2 to 4", "2 and 4": the second of two days, or null.
const Token* second_day(const Token* at) {
  if (at->gap == Gap::kHyphen) return is_day(at) ? at : nullptr;
  const bool linked =
      follows(at, Kind::kTo) || follows(at, Kind::kAnd) || follows(at, Kind::kOr);
  return linked && joined(at + 1) && is_day(at + 1) ? at + 1 : nullptr;
}

// Where the month stands behind a day: "2 March", "2nd of March", "2. März".
const Token* month_behind(const Context& context, const Token* at) {
  if (follows(at, Kind::kOf)) ++at;
  const bool gap =
      joined(at) || (at->gap == Gap::kDotSpace && !context.lexicon.is_english());
  return gap && at->gap != Gap::kNone && at->is(Kind::kMonth) ? at : nullptr;
}

struct DayAndMonth {
  int month;
  int first;
  int last;
  bool has_year;
  int year;
};

// The year of a day that leaves it to the next: "30 June to 2 July 2022", "Dec. 30 and
// Jan. 2, 2023"; `next` is what stands behind it. 0 where there is none.
int year_of_next_day(const Token* next, const DayAndMonth& what) {
  if (links_dates(next) && joined(next))
    ++next;
  else if (next->gap != Gap::kHyphen)
    return 0;
  if (!near(next)) return 0;
  const bool month_first = next->is(Kind::kMonth);
  const Token* month = month_first ? next : next + 1;
  const Token* day = month_first ? next + 1 : next;
  if (!month->is(Kind::kMonth) || !is_day(day) || !after_short(next + 1)) return 0;
  const Token* year = next + 2;
  if (!year_follows(year)) return 0;
  const bool later = what.month > month->word.value ||
                     (what.month == month->word.value && what.first > day->number);
  return year->number - (later ? 1 : 0);
}

// "the September 11 attacks".
bool is_day_of_attacks(const Context& context, const Token* end,
                       const DayAndMonth& what) {
  constexpr int kYear = 2001;
  constexpr int kSeptember = 9;
  if (what.month != kSeptember || what.first != 11 || what.last != 0 || !joined(end) ||
      (context.reference && context.reference.year < kYear))
    return false;
  const Token* noun =
      context.is_word(*end, "terrorist") || context.is_word(*end, "terror") ? end + 1
                                                                            : end;
  return context.is_word(*noun, "attacks") || context.is_word(*noun, "hijackers") ||
         context.is_word(*noun, "hijackings");
}

// "May 31-June 2": to a day of another month, at `month`, of the same year or the next.
bool set_to_day(const Token* month, Date first, Date anchor, Reading& reading) {
  const Token* number = month + 1;
  const bool spaced = joined(number) && number->gap != Gap::kHyphen;
  if (!spaced || !is_day(number) || number[1].gap == Gap::kColon) return false;
  const Token* end = number + 1;
  Date last{first.year, month->word.value, number->number};
  if (last.month < first.month) ++last.year;
  if (year_follows(end)) last.year = (end++)->number;
  constexpr int kLongest = 100;  // Days.
  const int days = is_valid(last) ? to_days(last) - to_days(first) : 0;
  return days > 0 && days <= kLongest &&
         set_interval(reading, end, {Grain::kDay, first}, {Grain::kDay, last},
                      "range of days", anchor);
}

// Sets a day, or days, of a month; without a year the nearest.
bool set_days(const Context& context, const Token* at, const Token* end,
              const DayAndMonth& what, Reading& reading) {
  Date day{what.year, what.month, what.first};
  Date anchor;
  const Token* behind = nullptr;
  int years = 0;
  const int next_year = what.has_year ? 0 : year_of_next_day(end, what);
  if (next_year != 0) {
    day.year = next_year;
  } else if (!what.has_year && context.reference && pointed_year(end, years, behind)) {
    anchor = context.reference;
    day.year = anchor.year + years;
    end = behind;
  } else if (!what.has_year && is_day_of_attacks(context, end, what)) {
    day.year = 2001;
  } else if (!what.has_year) {
    if (what.first > last_day({2000, what.month}).day) return false;
    anchor = context.reference;
    if (!anchor) {
      const std::string partial =
          "XXXX" + to_string(Date{2000, what.month, what.first}).substr(4);
      return set_unresolved(reading, end, Grain::kDay, "day and month", partial);
    }
    const Tense tense = tense_of_day(context, at, end, what.month, what.first);
    day = nearest_day(what.month, what.first, tense, anchor);
    if (is_since(at) && day > anchor) --day.year;
    const int year = context.past_year(*at);
    if (year != 0 && tense != Tense::kAhead) day.year = year;
    reading.score = 0.85;
  }
  if (!is_valid(day)) return false;
  const std::string_view rule = what.has_year ? "day, month and year" : "day and month";
  if (what.last == 0 && end->gap == Gap::kHyphen && end->is(Kind::kMonth) &&
      set_to_day(end, day, anchor, reading))
    return true;
  if (what.last == 0) return set_period(reading, end, {Grain::kDay, day}, rule, anchor);
  const Date last{day.year, day.month, what.last};
  return is_valid(last) && set_interval(reading, end, {Grain::kDay, day},
                                        {Grain::kDay, last}, "range of days", anchor);
}

// "Pay April Two Record May one": wires spell small numbers out.
bool is_payday(const Context& context, const Token* at) {
  constexpr int kMostSpelled = 12;
  const Token* day = at + 1;
  return follows(day, Kind::kCardinal) && day->word.value <= kMostSpelled &&
         joined(at) &&
         (context.is_word(at[-1], "pay") || context.is_word(at[-1], "record") ||
          (at[-1].is(Kind::kOn) && !follows(day + 1, Kind::kUnit)) ||
          context.is_word(at[-1], "payable"));
}

// The number of "on March third", "by February twenty-seventh", and what stands behind
// it; null where there is none.
const Token* spelled_ordinal(const Token* month, int& day) {
  constexpr int kTwenty = 20;
  const Token* at = month + 1;
  const Token& before = month[-1];
  const bool placed = before.is(Kind::kOn) || before.is(Kind::kBy) ||
                      before.is(Kind::kUntil) || before.is(Kind::kSince) ||
                      before.is(Kind::kWeekday);
  // "the July Fourth weekend"
  const bool feast = month->word.value == 7 && at->is(Kind::kOrdinal) && at->capital &&
                     at->word.value == 4;
  if (!(placed && near(month)) && !feast) return nullptr;
  if (month->possessive) return nullptr;
  const bool tens = follows(at, Kind::kCardinal) && at->word.value == kTwenty &&
                    follows(at + 1, Kind::kOrdinal) && at[1].word.value < 10;
  if (!follows(at, Kind::kOrdinal) && !tens) return nullptr;
  day = tens ? kTwenty + at[1].word.value : at->word.value;
  const Token* end = at + (tens ? 2 : 1);
  const bool described = end->gap == Gap::kHyphen || follows(end, Kind::kUnit) ||
                         follows(end, Kind::kHalf);
  return day > 0 && (feast || !described) ? end : nullptr;
}

}  // namespace

// "2 March 2023", "2nd of March", "2-4 March 2023", "2 to 4 March".
bool read_day_first(const Context& context, const Token* at, Reading& reading) {
  if (!is_day(at) && !is_first(context, at)) return false;
  DayAndMonth what{0, at->number, 0, false, 0};
  // The letters of "1er" are a token too.
  const Token* next = is_day(at) ? at + 1 : at + 2;
  if (const Token* second = second_day(next)) {
    what.last = second->number;
    next = second + 1;
  }
  const Token* month = month_behind(context, next);
  if (month == nullptr) return false;
  what.month = month->word.value;
  const Token* end = month + 1;
  if (follows(end, Kind::kOf)) end += is_year(end + 1) ? 1 : 0;
  what.has_year = year_follows(end) || is_short_year(month, end);
  if (what.has_year) what.year = end->number + (end->digits == 2 ? 1900 : 0);
  if (what.has_year) ++end;
  if (follows(end, Kind::kYearWord)) ++end;
  return set_days(context, at, end, what, reading);
}

// "the Fourth of July", "the first of May 1997".
bool read_spelled_day(const Context& context, const Token* at, Reading& reading) {
  const Token* month = at + 2;
  if (at->word.value < 1 || !follows(at + 1, Kind::kOf) ||
      !follows(month, Kind::kMonth))
    return false;
  const Token* end = month + 1;
  const bool tens = at->gap == Gap::kHyphen && at[-1].is(Kind::kCardinal) &&
                    at[-1].word.value == 20 && at->word.value < 10;
  const int day = at->word.value + (tens ? 20 : 0);
  DayAndMonth what{month->word.value, day, 0, year_follows(end), 0};
  if (what.has_year) what.year = (end++)->number;
  reading.takes = kTakesThe;
  return set_days(context, at, end, what, reading);
}

// "March 2, 2023"; "March 2-4"; "March 2023"; "March".
bool read_month_first(const Context& context, const Token* at, Reading& reading) {
  const Token* next = at + 1;
  if (at->capital && context.is_word(*next, "day") &&
      read_feast(context, at, 0, reading))
    return true;
  DayAndMonth what{at->word.value, 0, 0, false, 0};
  const bool day_gap =
      after_short(next) && (next->gap != Gap::kHyphen || next->digits <= 2);
  if (day_gap && !at->possessive && is_day(next) && next[1].gap != Gap::kColon) {
    what.first = next->number;
    ++next;
    const Token* second = second_day(next);
    if (second != nullptr && second->number > what.first &&
        !second[1].is(Kind::kMonth) && second[1].gap != Gap::kColon &&
        !second[1].is(Kind::kMeridiem)) {
      what.last = second->number;
      next = second + 1;
    }
    what.has_year = year_follows(next) && next->gap != Gap::kDotSpace;
    if (what.has_year) what.year = next->number;
    return set_days(context, at, next + (what.has_year ? 1 : 0), what, reading);
  }
  if (is_payday(context, at)) {
    what.first = next->word.value;
    return set_days(context, at, next + 1, what, reading);
  }
  if (const Token* end = spelled_ordinal(at, what.first); end != nullptr)
    return set_days(context, at, end, what, reading);
  if (follows(next, Kind::kOf) && is_year(next + 1)) ++next;
  Reading spelled;
  if (follows(next, Kind::kCardinal) && read_spelled_year(context, next, spelled)) {
    reading.takes = kTakesPhase;
    return set_period(reading, spelled.end,
                      {Grain::kMonth, {spelled.period.first.year, what.month, 1}},
                      "month and year");
  }
  const bool dotted = next->gap == Gap::kDotSpace && (at->word.flags & kShort) != 0;
  if (is_year(next) && (near(next) || dotted)) {
    reading.takes = kTakesPhase;
    const Token* end = next + 1;
    if (follows(end, Kind::kYearWord)) ++end;
    return set_period(reading, end, {Grain::kMonth, {next->number, what.month, 1}},
                      "month and year");
  }
  return read_bare_month(context, at, reading);
}

// "on the 16th": of this month or one beside it, by the tense.
bool read_ordinal_day(const Context& context, const Token* at, Reading& reading) {
  const bool placed = at[-1].is(Kind::kThe) && joined(at) &&
                      (at[-2].is(Kind::kOn) || at[-2].is(Kind::kUntil) ||
                       at[-2].is(Kind::kBy) || at[-2].is(Kind::kSince));
  if (!placed || !is_ordinal_day(at) || at[1].gap <= Gap::kHyphen) return false;
  reading.takes = kTakesThe;
  reading.score = 0.6;
  const Date here = context.reference;
  if (!here) return set_unresolved(reading, at + 1, Grain::kDay, "day of a month");
  Date day{here.year, here.month, at->number};
  const bool ahead = points_ahead(context, at - 1, at + 1);
  const int months = ahead && at->number < here.day    ? 1
                     : !ahead && at->number > here.day ? -1
                                                       : 0;
  const Date moved = months_after({here.year, here.month, 1}, months);
  if (!moved) return false;
  day.year = moved.year;
  day.month = moved.month;
  return is_valid(day) &&
         set_period(reading, at + 1, {Grain::kDay, day}, "day of a month", here);
}

bool read_plain_day(const Context& context, const Token* at, Reading& reading) {
  const bool found = at->is(Kind::kMonth) ? read_month_first(context, at, reading)
                                          : read_day_first(context, at, reading);
  return found && reading.precision == DatePrecision::kDay;
}

}  // namespace dateline::dates
