// Dates that say their day, month or year.

#include "index/dates/reading.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2099;

bool is_year(const Token* token) {
  return token->is_plain_number() && token->digits == 4 && !token->plural &&
         !token->ordinal && token->number >= kFirstYear && token->number <= kLastYear;
}

bool is_day(const Token* token) {
  return token->is(Kind::kNumber) && !token->grouped && !token->decimal &&
         token->digits <= 2 && token->number >= 1 && token->number <= 31 &&
         !token->plural && !token->glued;
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

// "last year", "of this year" behind a month or day: years from now, and the end.
bool pointed_year(const Token* at, int& years, const Token*& end) {
  if (follows(at, Kind::kOf)) ++at;
  end = at + 2;
  if (!follows(at, Kind::kPointer) || !follows(at + 1, Kind::kUnit)) return false;
  if (at[1].word.value != kYear || (at[1].word.flags & kPlural) != 0) return false;
  switch (at->word.value) {
    case kLast:
      years = -1;
      return true;
    case kThis:
      years = 0;
      return true;
    case kNext:
      years = 1;
      return true;
    default:
      return false;
  }
}

// Sets a day, or days, of a month; without a year the nearest.
bool set_days(const Context& context, const Token* at, const Token* end,
              const DayAndMonth& what, Reading& reading) {
  Date day{what.year, what.month, what.first};
  Date anchor;
  const Token* behind = nullptr;
  int years = 0;
  if (!what.has_year && context.reference && pointed_year(end, years, behind)) {
    anchor = context.reference;
    day.year = anchor.year + years;
    end = behind;
  } else if (!what.has_year) {
    if (what.first > last_day({2000, what.month}).day) return false;
    anchor = context.reference;
    if (!anchor) {
      const std::string partial =
          "XXXX" + to_string(Date{2000, what.month, what.first}).substr(4);
      return set_unresolved(reading, end, Grain::kDay, "day and month", partial);
    }
    const Tense tense = tense_at(context, at, end);
    day = nearest_day(what.month, what.first, tense, anchor);
    const int year = context.past_year(*at);
    if (year != 0 && tense != Tense::kAhead) day.year = year;
    reading.score = 0.85;
  }
  if (!is_valid(day)) return false;
  const std::string_view rule = what.has_year ? "day, month and year" : "day and month";
  if (what.last == 0) return set_period(reading, end, {Grain::kDay, day}, rule, anchor);
  const Date last{day.year, day.month, what.last};
  return is_valid(last) && set_interval(reading, end, {Grain::kDay, day},
                                        {Grain::kDay, last}, "range of days", anchor);
}

// What may stand before a month, so that "May" is no verb and "June" no girl.
bool introduces_month(const Token& token) {
  switch (token.word.kind) {
    case Kind::kIn:
    case Kind::kSince:
    case Kind::kUntil:
    case Kind::kBy:
    case Kind::kOf:
    case Kind::kFrom:
    case Kind::kDuring:
    case Kind::kThrough:
    case Kind::kBetween:
    case Kind::kPhase:
    case Kind::kPointer:
    case Kind::kBefore:
    case Kind::kAfter:
    case Kind::kFor:
    case Kind::kTo:
    case Kind::kAnd:
    case Kind::kOr:
    case Kind::kEvery:
    case Kind::kEnded:
    case Kind::kLater:
    case Kind::kEarlier:
      return true;
    default:
      return false;
  }
}

// "in May Day celebrations", "Theresa May", "April Smith".
bool is_part_of_name(const Context& context, const Token* at) {
  const Token* next = at + 1;
  const bool named_next = next->capital && next->gap == Gap::kSpace &&
                          next->is(Kind::kNone) && !next->capitals;
  const bool named_before = at->gap == Gap::kSpace && at[-1].capital &&
                            at[-1].is(Kind::kNone) && !at[-1].capitals;
  return named_next || named_before || context.after(*at) == '-' ||
         (next->gap == Gap::kSpace &&
          (next->is(Kind::kFeast) || context.is_word(*next, "day")));
}

// "to May" may be a verb, or a woman who is told something.
bool is_link(const Token& token) { return token.is(Kind::kTo) || token.is(Kind::kAnd); }

// "November wheat", "crude for May delivery": traded for a month to come.
bool is_traded(const Context& context, const Token* at) {
  for (const std::string_view word :
       {"futures", "delivery", "contract", "contracts", "wheat", "corn", "crude"})
    if (context.is_word(at[1], word)) return joined(at + 1);
  return false;
}

bool is_bare_month(const Context& context, const Token* at) {
  if (!context.lexicon.is_english())
    return at[-1].is(Kind::kIn) || at[-1].is(Kind::kOf);
  const std::uint8_t flags = at->word.flags;
  if ((flags & kShort) != 0)
    return !at->capitals && !is_part_of_name(context, at) && introduces_month(at[-1]) &&
           at->end - at->begin > 2 && joined(at);
  if ((flags & kUnsure) == 0)
    return !at->capitals || !is_part_of_name(context, at) || introduces_month(at[-1]);
  const bool introduced = joined(at) && introduces_month(at[-1]);
  if (at->word.value == 5 || at->word.value == 3)
    return introduced && (at[1].gap > Gap::kHyphen || !is_link(at[-1])) &&
           !is_part_of_name(context, at);
  return introduced ? !is_part_of_name(context, at) || at->capitals
                    : !is_part_of_name(context, at) && !at->capitals;
}

// "March": a month without day and year.
bool set_bare_month(const Context& context, const Token* at, Reading& reading) {
  const Token* end = at + 1;
  const Token* behind = nullptr;
  int years = 0;
  const bool pointed = at->capital && pointed_year(end, years, behind);
  if (!pointed && !is_bare_month(context, at)) return false;
  const int month = at->word.value;
  reading.takes = kTakesPhase;
  reading.score = 0.75;
  if (pointed) {
    if (!context.reference)
      return set_unresolved(reading, behind, Grain::kMonth, "month of a year");
    const Date first{context.reference.year + years, month, 1};
    return set_period(reading, behind, {Grain::kMonth, first}, "month of a year",
                      context.reference);
  }
  if (!context.reference) {
    std::string partial = "XXXX" + to_string(Date{2000, month}).substr(4);
    return set_unresolved(reading, end, Grain::kMonth, "month", std::move(partial));
  }
  const Tense tense =
      is_traded(context, at) ? Tense::kAhead : tense_at(context, at, end);
  Date date = nearest_month(month, tense, context.reference);
  date.day = 1;
  const int year = context.past_year(*at);
  if (year != 0 && tense != Tense::kAhead) date.year = year;
  return set_period(reading, end, {Grain::kMonth, date}, "month", context.reference);
}

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
  what.has_year = year_follows(end);
  if (what.has_year) what.year = end->number;
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
  DayAndMonth what{month->word.value, at->word.value, 0, year_follows(end), 0};
  if (what.has_year) what.year = (end++)->number;
  reading.takes = kTakesThe;
  return set_days(context, at, end, what, reading);
}

// "March 2, 2023"; "March 2-4"; "March 2023"; "March".
bool read_month_first(const Context& context, const Token* at, Reading& reading) {
  const Token* next = at + 1;
  DayAndMonth what{at->word.value, 0, 0, false, 0};
  const bool day_gap =
      after_short(next) && (next->gap != Gap::kHyphen || next->digits <= 2);
  if (day_gap && is_day(next) && next[1].gap != Gap::kColon) {
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
  if (follows(next, Kind::kOf) && is_year(next + 1)) ++next;
  const bool dotted = next->gap == Gap::kDotSpace && (at->word.flags & kShort) != 0;
  if (is_year(next) && (near(next) || dotted)) {
    reading.takes = kTakesPhase;
    const Token* end = next + 1;
    if (follows(end, Kind::kYearWord)) ++end;
    return set_period(reading, end, {Grain::kMonth, {next->number, what.month, 1}},
                      "month and year");
  }
  return set_bare_month(context, at, reading);
}

bool read_plain_day(const Context& context, const Token* at, Reading& reading) {
  const bool found = at->is(Kind::kMonth) ? read_month_first(context, at, reading)
                                          : read_day_first(context, at, reading);
  return found && reading.precision == DatePrecision::kDay;
}

}  // namespace dateline::dates
