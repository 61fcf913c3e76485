// Years alone, and ranges of them.

#include "index/dates/reading.h"

#include <algorithm>
#include <iterator>

namespace dateline::dates {
namespace {

bool is_money(const Context& context, const Token* at) {
  const char before = context.before(*at);
  if (before == '$' || before == '#' || before == '+') return true;
  const auto two = context.text.substr(0, at->begin);
  return two.ends_with("\xC2\xA3") || two.ends_with("\xC2\xA5") ||
         two.ends_with("\xE2\x82\xAC");
}

// "World Cup 2018", "RecentChangesCamp 2008" of years ago; but "Room 1984", and an
// edition of this year or a later one carries its year as a name: "Eurovision 2023".
bool is_event_year(const Context& context, const Token& name, int year) {
  constexpr int kFirst = 1980;
  constexpr int kLast = 2039;
  constexpr std::string_view kEvents[] = {"cup",  "vote",  "open",    "worlds",
                                          "tour", "prize", "masters", "awards"};
  constexpr std::string_view kNumbered[] = {
      "room",    "boeing",  "airbus", "flight", "route", "suite", "box",
      "highway", "section", "no",     "unit",   "bus",   "act",   "euro"};
  if (year < kFirst || year > kLast) return false;
  const auto is_name = [&](std::string_view word) {
    return context.is_word(name, word);
  };
  if (std::any_of(std::begin(kEvents), std::end(kEvents), is_name)) return true;
  return year < context.reference.year &&
         std::none_of(std::begin(kNumbered), std::end(kNumbered), is_name);
}

// Whether the year is one that news of the day compares with or plans for.
bool is_recent(const Context& context, int year) {
  constexpr int kBack = 15;
  constexpr int kAhead = 2;
  const int here = context.reference.year;
  return here != 0 && year >= here - kBack && year <= here + kAhead;
}

// "by about 1970", "since at least 1986", with `at` "about", "at".
bool is_dated(const Token& before) {
  return before.is(Kind::kFrom) || before.is(Kind::kIn) || before.is(Kind::kSince) ||
         before.is(Kind::kUntil) || before.is(Kind::kBy) || before.is(Kind::kAfter) ||
         before.is(Kind::kBefore);
}

// "since at least 1986".
bool is_at_least_since(const Token* at) {
  return joined(at) && at[-1].is(Kind::kMost) && at[-2].is(Kind::kAt) &&
         joined(at - 1) && is_dated(at[-3]) && !at[-3].is(Kind::kBy);
}

// "about 1995 before engineers".
bool leads_to_clause(const Token* behind) {
  return behind->is(Kind::kBefore) || behind->is(Kind::kUntil);
}

// "smaller than 1984.", "a rise over 1988": what a year is compared with.
bool is_compared_with(const Context& context, const Token* at) {
  if (!joined(at) || !is_recent(context, at->number)) return false;
  if (at[-1].is(Kind::kThan))
    return at[1].gap >= Gap::kComma || context.is_word(at[1], "when");
  if (!context.is_word(at[-1], "over") || !joined(at - 1)) return false;
  for (const std::string_view word :
       {"increase", "rise", "gain", "improvement", "growth", "jump", "percent"})
    if (context.is_word(at[-2], word)) return true;
  return false;
}

// "its", "their": what has a year and counts nothing.
bool is_owner(const Context& context, const Token& token) {
  for (const std::string_view word : {"its", "his", "her", "their", "our"})
    if (context.is_word(token, word)) return true;
  return false;
}

// What may stand before a year.
bool introduces_year(const Context& context, const Token& token, int year) {
  switch (token.word.kind) {
    case Kind::kAt:
    case Kind::kOn:
    case Kind::kCardinal:
    case Kind::kVague:
    case Kind::kMost:
    case Kind::kThan:
    case Kind::kTimes:
    case Kind::kNumber:
    case Kind::kMeridiem:
      return false;
    case Kind::kBound:
      return token.word.value == kApprox;
    default:
      if (context.is_word(token, "euro")) return false;
      if (is_owner(context, token)) return true;
      return !token.capital || !token.is(Kind::kNone) || token.capitals ||
             token.possessive || is_event_year(context, token, year);
  }
}

// "1989 sales", "2000 levels": what is told of a year, and hardly counted.
bool is_of_a_year(const Context& context, const Token& noun, int year) {
  constexpr int kBack = 30;
  constexpr int kAhead = 10;
  const int here = context.reference.year;
  if (here == 0 || year < here - kBack || year > here + kAhead) return false;
  for (const std::string_view word :
       {"sales",       "earnings",   "results",   "levels",     "exports",
        "imports",     "profits",    "revenues",  "figures",    "estimates",
        "totals",      "prices",     "losses",    "budgets",    "forecasts",
        "harvests",    "models",     "taxes",     "wages",      "shipments",
        "expenses",    "guidelines", "standards", "elections",  "plans",
        "talks",       "riots",      "attacks",   "bombings",   "killings",
        "protests",    "hearings",   "accords",   "agreements", "expenditures",
        "projections", "deliveries", "proceeds",  "rates",      "appropriations",
        "deaths"})
    if (context.is_word(noun, word)) return true;
  return false;
}

// "budget for 1990 includes": years of plans.
bool is_planned_year(const Context& context, const Token* at) {
  constexpr int kNear = 3;
  const int years = at->number - context.reference.year;
  return at[-1].is(Kind::kFor) && joined(at) && years >= -kNear && years <= kNear;
}

// "2000 people", "2000 workers"; but "the 2012 elections".
bool is_count(const Context& context, const Token* at) {
  const Token* next = at + 1;
  if (next->gap == Gap::kSpace &&
      (next->is(Kind::kCounted) || next->is(Kind::kMeridiem) || next->is(Kind::kZone)))
    return true;
  if (context.after(*at) == '%' || next->gap != Gap::kSpace || next->capital)
    return false;
  const bool noun = next->is(Kind::kNone) && next->end - next->begin > 3 &&
                    context.text[next->end - 1] == 's' && !next->possessive;
  const bool fixed =
      at[-1].is(Kind::kThe) || at[-1].possessive || at[-1].is(Kind::kIn) ||
      at[-1].is(Kind::kSince) || at[-1].is(Kind::kMonth) || is_owner(context, at[-1]) ||
      (at->gap == Gap::kHyphen &&
       (context.is_word(at[-1], "post") || context.is_word(at[-1], "pre"))) ||
      is_planned_year(context, at) || is_of_a_year(context, *next, at->number);
  return noun && !fixed;
}

// The year behind a hyphen: "2022-23", "2019-2021".
int range_end(const Token* at, const Token*& end) {
  const Token* next = at + 1;
  if (next->gap != Gap::kHyphen && next->gap != Gap::kSlash) return 0;
  end = next + 1;
  if (next[1].gap == next->gap) return 0;
  if (is_year(next)) return next->number;
  const bool two = next->is_plain_number() && next->digits == 2 && !next->plural;
  return two ? at->number / 100 * 100 + next->number : 0;
}

// "2022" of "February 30, 2022": what is called a day and is none has no year either.
// Days that there are have been read before.
bool is_of_no_day(const Token* at) {
  const Token* day = at - 1;
  const bool apart = at->gap == Gap::kSpace || at->gap == Gap::kComma;
  return apart && day->is(Kind::kNumber) && day->digits <= 2 &&
         day->gap == Gap::kSpace && day[-1].is(Kind::kMonth);
}

// "1992 QB1", "U-1604": an asteroid, a submarine.
bool is_designation(const Context& context, const Token* at) {
  const Token* letters = at + 1;
  const bool asteroid = letters->gap == Gap::kSpace && letters->capitals &&
                        letters->end - letters->begin >= 2 &&
                        letters[1].is(Kind::kNumber) && letters[1].gap == Gap::kNone;
  const bool hull = at->gap == Gap::kHyphen && at[-1].capital &&
                    at[-1].end - at[-1].begin <= 2 && at[-1].is(Kind::kNone);
  const bool glued =
      letters->gap == Gap::kSpace && letters->capitals &&
      context.text.substr(letters->begin, 4).find_first_of("0123456789") < 4;
  return asteroid || hull || glued;
}

// "in 1066,", "since 1386.": a number where nothing is counted.
bool is_old_year(const Token* at) {
  constexpr int kFirst = 1000;
  constexpr int kLast = 1499;
  const bool number = at->is_plain_number() && at->digits == 4 && !at->plural &&
                      !at->ordinal && at->number >= kFirst && at->number <= kLast;
  const bool dated =
      at->gap == Gap::kSpace && (at[-1].is(Kind::kIn) || at[-1].is(Kind::kSince));
  const Token& next = at[1];
  return number && dated &&
         (next.gap >= Gap::kComma || next.is(Kind::kAnd) || next.is(Kind::kBy));
}

// "the Russell 2000 index".
bool is_index(const Context& context, const Token* at) {
  return at->gap == Gap::kSpace && at[-1].capital && at[-1].is(Kind::kNone) &&
         at[1].gap == Gap::kSpace && context.is_word(at[1], "index");
}

// The year of "since '82", "the class of '68", or 0: the last one that ends so.
int clipped_year(const Context& context, const Token* at) {
  const char mark = context.before(*at);
  const bool doubled = at->begin > 1 && context.text[at->begin - 2] == mark;
  const bool marked = !doubled && (mark == '\'' || mark == '`' ||
                                   static_cast<unsigned char>(mark) == 0x99);
  if (!marked || !at->is_plain_number() || at->digits != 2 || at->plural ||
      at->ordinal || at->possessive || context.after(*at) == '-')
    return 0;
  switch (at[-1].word.kind) {
    case Kind::kIn:
    case Kind::kSince:
    case Kind::kOf:
    case Kind::kBy:
    case Kind::kUntil:
    case Kind::kFrom:
    case Kind::kDuring:
    case Kind::kAnd:
    case Kind::kOr:
      break;
    default:
      return 0;
  }
  constexpr int kAhead = 5;  // Years that are spoken of so before they come.
  const int latest = (context.reference ? context.reference.year : 2020) + kAhead;
  return latest - (latest - at->number) % 100;
}

// "c. 1850", "ca. 1850".
bool is_circa(const Context& context, const Token* at) {
  return (at->gap == Gap::kDotSpace || at->gap == Gap::kDot) &&
         (context.is_word(at[-1], "c") || context.is_word(at[-1], "ca"));
}

}  // namespace

bool read_year(const Context& context, const Token* at, Reading& reading) {
  if (is_old_year(at))
    return set_period(reading, at + 1, {Grain::kYear, {at->number, 1, 1}}, "year");
  if (const int year = clipped_year(context, at); year != 0)
    return set_period(reading, at + 1, {Grain::kYear, {year, 1, 1}}, "year");
  if (!is_year(at) || is_money(context, at)) return false;
  reading.takes = kTakesPhase;
  const Token* end = at + 1;
  if (const int last = range_end(at, end); last > at->number)
    return set_interval(reading, end, {Grain::kYear, {at->number, 1, 1}},
                        {Grain::kYear, {last, 1, 1}}, "range of years");
  end = at + 1;
  const Gap gap = end->gap;
  const bool bound = gap == Gap::kColon || gap == Gap::kDot || gap == Gap::kSlash ||
                     (gap == Gap::kHyphen && !end->is(Kind::kNone));
  const bool tied = at->gap == Gap::kNone || at->gap == Gap::kDot ||
                    at->gap == Gap::kColon || at->gap == Gap::kSlash ||
                    (at->gap == Gap::kHyphen && at[-1].is(Kind::kNumber));
  if (bound || tied || is_count(context, at) || is_of_no_day(at) ||
      is_index(context, at))
    return false;
  const bool introduced =
      at->gap != Gap::kSpace || introduces_year(context, at[-1], at->number) ||
      end->is(Kind::kEvent) || is_compared_with(context, at) || is_at_least_since(at);
  if (!introduced || is_designation(context, at)) return false;
  if (at[-1].is(Kind::kBound) && !is_compared_with(context, at)) {
    if (end->gap <= Gap::kHyphen && !is_dated(at[-2]) && !leads_to_clause(end))
      return false;
    reading.takes |= kTakesBound;
  }
  reading.score = 0.85;
  if (follows(end, Kind::kYearWord)) ++end;
  if (is_circa(context, at)) reading.modifier = "APPROX";
  return set_period(reading, end, {Grain::kYear, {at->number, 1, 1}}, "year");
}

}  // namespace dateline::dates
