// Quarters, halves, fiscal years, seasons, the first week of a month, bare units.

#include "index/dates/counts.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

constexpr int kStarts[] = {3, 6, 9, 12};  // Months that seasons begin with.

bool is_unit(const Token* token, Unit unit) {
  return token->is(Kind::kUnit) && token->word.value == unit;
}

struct YearBehind {
  const Token* end;
  int year = 0;  // 0: none.
  bool relative = false;
};

// Past "2013", "2013-14".
const Token* end_of_winter(const Token* year) {
  const Token* next = year + 1;
  const bool range = (next->gap == Gap::kHyphen || next->gap == Gap::kSlash) &&
                     next->is_plain_number() &&
                     (next->number == year->number + 1 ||
                      (next->digits == 2 && next->number == (year->number + 1) % 100));
  return range ? next + 1 : next;
}

// "of 2017", "2017", "of fiscal 2017", "of last year", "of the year".
YearBehind year_behind(const Context& context, const Token* at) {
  const Token* next = at;
  if (follows(next, Kind::kOf)) ++next;
  if (follows(next, Kind::kThe)) ++next;
  if (follows(next, Kind::kFiscal)) ++next;
  if (is_unit(next, kYear) && next[1].is(Kind::kNumber)) ++next;
  if (is_year(next) && near(next)) return {end_of_winter(next), next->number, false};
  if (!context.reference) return {at};
  if (is_unit(next, kYear) && next > at + 1)
    return {next + 1, context.reference.year, true};
  if (follows(next, Kind::kPointer) && is_unit(next + 1, kYear)) {
    const int pointer = next->word.value;
    const int years = pointer == kLast ? -1 : pointer == kNext ? 1 : 0;
    if (pointer <= kNext) return {next + 2, context.reference.year + years, true};
  }
  return {at};
}

// The part of the year that a quarter or half without a year means.
bool set_nearest_part(const Context& context, const Token* at, const Token* end,
                      Grain grain, int number, Reading& reading) {
  if (!context.reference) {
    const std::string letter = grain == Grain::kQuarter ? "XXXX-Q" : "XXXX-H";
    return set_unresolved(reading, end, grain, "part of a year",
                          letter + std::to_string(number));
  }
  const int months = grain == Grain::kQuarter ? 3 : 6;
  Period part{grain, {context.reference.year, (number - 1) * months + 1, 1}};
  const bool ahead = points_ahead(context, at, end);
  // What is expected of a quarter just over is its results.
  constexpr int kResultsDue = 60;
  const int over = to_days(context.reference) - to_days(range_of(part).last);
  if (ahead && over > kResultsDue) part = shifted(part, 12 / months);
  if (!ahead && part.first > context.reference) part = shifted(part, -12 / months);
  return set_period(reading, end, part, "part of a year", context.reference);
}

// Whether the text speaks of results: of a quarter or a year's half, or of money just
// before.
bool tells_results(const Context& context, const Token& at) {
  constexpr std::uint32_t kNear = 80;
  if (context.story.part) return true;
  const std::uint32_t from = at.begin > kNear ? at.begin - kNear : 0;
  const auto before = context.text.substr(from, at.begin - from);
  const auto behind = context.text.substr(at.end, kNear);
  return before.find_first_of("$%") != before.npos ||
         before.find("profit") != before.npos || before.find("sales") != before.npos ||
         behind.find_first_of("$%") != behind.npos;
}

// Whether a game is told of: it has four quarters.
bool tells_a_game(const Context& context, const Token& at) {
  constexpr std::uint32_t kNear = 100;
  if (context.story.part) return false;
  const std::uint32_t from = at.begin > kNear ? at.begin - kNear : 0;
  const auto around = context.text.substr(from, at.end + kNear - from);
  for (const std::string_view word : {"touchdown", "scored", " coach", "rebound",
                                      " yards", "basket", " ankle", " game"})
    if (around.find(word) != around.npos) return true;
  return false;
}

bool set_part(const Context& context, const Token* at, const Token* end, Grain grain,
              int number, Reading& reading) {
  const int parts = grain == Grain::kQuarter ? 4 : 2;
  if (number == -1) number = parts;
  if (number < 1 || number > parts) return false;
  const bool hyphen =
      end[-1].gap == Gap::kHyphen && end->gap == Gap::kSpace && !end->is(Kind::kOf);
  if (!hyphen) reading.takes = kTakesThe | kTakesPhase;
  const YearBehind year = year_behind(context, end);
  // The second half of a match is no part of a year.
  if (year.year == 0 && grain == Grain::kHalf && !tells_results(context, *at))
    return false;
  if (year.year == 0 && tells_a_game(context, *at)) return false;
  if (year.year == 0) return set_nearest_part(context, at, end, grain, number, reading);
  const int months = 12 / parts;
  const Period part{grain, {year.year, (number - 1) * months + 1, 1}};
  return set_period(reading, year.end, part, "part of a year",
                    year.relative ? context.reference : Date{});
}

// The month that "of February", "of May 2016" names.
Period month_behind(const Context& context, const Token* at, Reading& inner) {
  const Token* month = follows(at, Kind::kOf) || follows(at, Kind::kIn) ? at + 1 : at;
  if (month == at || !month->is(Kind::kMonth)) return {};
  const bool found = read_month_first(context, month, inner);
  return found && inner.period.grain == Grain::kMonth ? inner.period : Period{};
}

// "the first week of February", "the last weekend of May", "the first day of June".
bool set_part_of_month(const Context& context, int number, const Token* unit,
                       Reading& reading) {
  Reading inner;
  const Period month = month_behind(context, unit + 1, inner);
  if (!month) return false;
  const Date first = month.first;
  const DateRange days = range_of(month);
  Period period;
  if (unit->word.value == kWeek) {
    const Date day =
        number > 0 ? day_after(first, 7 * (number - 1) + 3) : day_after(days.last, -3);
    period = period_of(Grain::kWeek, day);
  } else if (unit->word.value == kWeekend) {
    period = {Grain::kWeekend, nth_weekday(first.year, first.month, 6, number)};
  } else if (unit->word.value == kDayUnit) {
    period = {Grain::kDay, number > 0 ? day_after(first, number - 1) : days.last};
  } else {
    return false;
  }
  reading.takes = kTakesThe;
  return set_period(reading, inner.end, period, "part of a month", inner.anchor);
}

// "the second Monday of March".
bool set_weekday_of_month(const Context& context, int number, const Token* day,
                          Reading& reading) {
  Reading inner;
  const Period month = month_behind(context, day + 1, inner);
  if (!month || number == 0 || number > 5) return false;
  reading.takes = kTakesThe;
  const Date date =
      nth_weekday(month.first.year, month.first.month, day->word.value, number);
  return set_period(reading, inner.end, {Grain::kDay, date}, "part of a month",
                    inner.anchor);
}

int ordinal_of(const Token* at) {
  if (at->is(Kind::kOrdinal)) return at->word.value;
  if (at->is(Kind::kPointer) && at->word.value == kLast) return -1;
  return at->ordinal ? at->number : 0;
}

// "in its third day", "the fifth year running": how long by now.
bool is_running(const Context& context, const Token* at) {
  const Token* unit = at + 1;
  if (!at->is(Kind::kOrdinal) || at->word.value < 2 || !follows(unit, Kind::kUnit) ||
      (unit->word.flags & kPlural) != 0 || unit->word.value < kDayUnit ||
      unit->word.value == kQuarter || unit->word.value > kYear)
    return false;
  if (follows(unit + 1, Kind::kNone) && context.is_word(unit[1], "running"))
    return true;
  constexpr std::string_view kOwners[] = {"its", "his", "her", "their"};
  for (const std::string_view owner : kOwners)
    if (joined(at) && context.is_word(at[-1], owner)) return at[-2].is(Kind::kIn);
  return false;
}

// "in the spring he", "by summer when": no noun that a season describes.
bool is_pronoun(const Context& context, const Token& token) {
  for (const std::string_view word :
       {"it", "he", "she", "they", "we", "i", "you", "there", "when", "because"})
    if (context.is_word(token, word)) return true;
  return false;
}

// Whether the word is the season: "in the spring", "a hard spring", not "the spring
// rolls", "fall", Alice Springs.
bool is_season(const Context& context, const Token* at) {
  const Token& before = at[-1];
  const bool unsure = (at->word.flags & kUnsure) != 0;
  if (at->gap == Gap::kHyphen) return false;
  const bool noun = at[1].gap == Gap::kSpace && !is_pronoun(context, at[1]) &&
                    (at[1].is(Kind::kNone) || at[1].is(Kind::kCounted));
  const bool the = before.is(Kind::kThe);
  const bool introduced =
      joined(at) &&
      (the || before.is(Kind::kIn) || before.is(Kind::kPhase) || before.is(Kind::kBy) ||
       before.is(Kind::kSince) || before.is(Kind::kUntil));
  if (noun && (unsure || the || !introduced)) return false;
  const bool fall = unsure && at->end - at->begin == 4;
  const bool described = !fall && joined(at) && before.is(Kind::kNone) &&
                         !before.past && at[-2].is(Kind::kA) && joined(at - 1);
  if (at->capital && !at->capitals) return introduced && at->gap != Gap::kSpace;
  return introduced || described || !unsure;
}

}  // namespace

bool read_ordinal_period(const Context& context, const Token* at, Reading& reading) {
  const int number = ordinal_of(at);
  const Token* next = at + 1;
  if (number == 0 || !joined(next)) return false;
  if (is_running(context, at)) {
    const Unit unit = static_cast<Unit>(next->word.value);
    reading.takes = kTakesThe;
    return set_value(reading, next + 1, DateType::kDuration,
                     duration_value({next, number, 0, false, false}, unit), "running");
  }
  if (next->is(Kind::kFiscal)) ++next;
  if (is_unit(next, kQuarter) && (next->word.flags & kPlural) == 0) {
    if (at->is(Kind::kPointer) && year_behind(context, next + 1).year == 0)
      return false;
    return set_part(context, at, next + 1, Grain::kQuarter, number, reading);
  }
  if (next->is(Kind::kHalf) && joined(next) && !next[1].is(Kind::kNumber))
    return set_part(context, at, next + 1, Grain::kHalf, number, reading);
  if (next->is(Kind::kWeekday))
    return set_weekday_of_month(context, number, next, reading);
  if (next->is(Kind::kUnit) && (next->word.flags & kPlural) == 0)
    return set_part_of_month(context, number, next, reading);
  // "the first nine months"
  if (number != 1 || at->ordinal) return false;
  const Amount amount = read_amount(context, next);
  if (amount.end == nullptr || next->is(Kind::kA)) return false;
  reading.takes = kTakesThe;
  return set_value(reading, amount.end, DateType::kDuration, amount.value, "span");
}

// "Q3 2022", "H1", "FY2018".
bool read_short_quarter(const Context& context, const Token* at, Reading& reading) {
  const Token* number = at + 1;
  if (!at->capital || number->gap > Gap::kSpace || !number->is_plain_number())
    return false;
  const bool fiscal = at->end - at->begin == 2;
  if (fiscal) {
    if (!is_year(number)) return false;
    return set_period(reading, number + 1, {Grain::kFiscal, {number->number, 1, 1}},
                      "fiscal year");
  }
  if (number->gap != Gap::kNone || number->digits != 1) return false;
  const Grain grain = context.is_word(*at, "q") ? Grain::kQuarter : Grain::kHalf;
  return set_part(context, at, number + 1, grain, number->number, reading);
}

// "fiscal 2018", "fiscal year 2018", "the fiscal first quarter".
bool read_fiscal(const Context& context, const Token* at, Reading& reading) {
  const Token* next = at + 1;
  if (!joined(next)) return false;
  if (next->is(Kind::kOrdinal)) return read_ordinal_period(context, next, reading);
  if (is_unit(next, kYear)) ++next;
  reading.takes = kTakesThe | kTakesPhase;
  return joined(next) && is_year(next) &&
         set_period(reading, next + 1, {Grain::kFiscal, {next->number, 1, 1}},
                    "fiscal year");
}

// "the July-September quarter".
bool read_month_quarter(const Context& context, const Token* at, Reading& reading) {
  const Token* last = at + 1;
  const Token* unit = at + 2;
  // "the September quarter"
  if (follows(last, Kind::kUnit) && is_unit(last, kQuarter) &&
      (last->word.flags & kPlural) == 0 && at->word.value % 3 == 0 &&
      last->gap == Gap::kSpace && !at->possessive)
    return set_part(context, at, last + 1, Grain::kQuarter, at->word.value / 3,
                    reading);
  if (!last->is(Kind::kMonth) || last->gap != Gap::kHyphen || !joined(unit) ||
      !is_unit(unit, kQuarter))
    return false;
  const int first = at->word.value;
  if (first % 3 != 1 || last->word.value != first + 2) return false;
  return set_part(context, at, unit + 1, Grain::kQuarter, first / 3 + 1, reading);
}

// "the 1988 period", "the 1988 quarter": what results are compared with.
bool read_compared(const Context& context, const Token* at, Reading& reading) {
  const Token* next = at + 1;
  const bool quarter =
      joined(next) && is_unit(next, kQuarter) && (next->word.flags & kPlural) == 0;
  if ((!quarter && !follows(next, Kind::kPeriod)) || context.before(*at) == '$')
    return false;
  reading.takes = kTakesThe;
  reading.is_aside = true;
  Period part = quarter ? context.story.part : context.compared_part();
  if (quarter && part.grain != Grain::kQuarter)
    part = context.reference
               ? shifted(period_of(Grain::kQuarter, context.reference), -1)
               : Period{};
  Period period{Grain::kYear, {at->number, 1, 1}};
  if (part) period = {part.grain, {at->number, part.first.month, 1}};
  return set_period(reading, at + 2, period, "period of a year");
}

// "the 1988 third quarter".
bool read_year_quarter(const Context& context, const Token* at, Reading& reading) {
  if (!is_year(at)) return false;
  const Token* next = at + 1;
  if (follows(next, Kind::kFiscal)) ++next;
  // "the 1990 fiscal year"
  if (next != at + 1 && joined(next) && is_unit(next, kYear) &&
      (next->word.flags & kPlural) == 0) {
    reading.takes = kTakesThe | kTakesPhase;
    return set_period(reading, next + 1, {Grain::kFiscal, {at->number, 1, 1}},
                      "fiscal year");
  }
  const int number = ordinal_of(next);
  const bool quarter =
      joined(next) && number > 0 && joined(next + 1) && is_unit(next + 1, kQuarter);
  const bool half =
      joined(next) && number > 0 && number < 3 && follows(next + 1, Kind::kHalf);
  if ((!quarter && !half) || number > 4) return read_compared(context, at, reading);
  reading.takes = kTakesThe;
  const Date first{at->number, (number - 1) * (quarter ? 3 : 6) + 1, 1};
  return set_period(reading, next + 2,
                    {quarter ? Grain::kQuarter : Grain::kHalf, first},
                    "part of a year");
}

// "two winters", "two summers ago".
bool read_seasons(const Context& context, const Token* at, Reading& reading) {
  const Token* season = at + 1;
  const bool plural = season->is(Kind::kSeason) && (season->word.flags & kPlural) != 0;
  const int years = at->word.value;
  if (!plural || !joined(season) || years < 2) return false;
  if (!follows(season + 1, Kind::kAgo))
    return set_value(reading, season + 1, DateType::kDuration,
                     duration_value({season, years, 0, false, false}, kYear),
                     "duration");
  if (!context.reference)
    return set_unresolved(reading, season + 2, Grain::kSeason, "season");
  const Date first{context.reference.year - years, kStarts[season->word.value], 1};
  return set_period(reading, season + 2, {Grain::kSeason, first}, "season",
                    context.reference);
}

// "summer 2012", "the winter of 1947", "in the spring".
bool read_season(const Context& context, const Token* at, Reading& reading) {
  if ((at->word.flags & kPlural) != 0) return false;
  const YearBehind year = year_behind(context, at + 1);
  const int season = at->word.value;
  reading.takes = kTakesThe | kTakesPhase;
  if (year.year != 0 && year.end != at + 1 &&
      (at[1].is(Kind::kOf) || !year.relative || (at->word.flags & kUnsure) == 0))
    return set_period(reading, year.end,
                      {Grain::kSeason, {year.year, kStarts[season], 1}}, "season",
                      year.relative ? context.reference : Date{});
  if (!is_season(context, at) || at[1].is(Kind::kOf)) return false;
  if (!context.reference)
    return set_unresolved(reading, at + 1, Grain::kSeason, "season", {});
  Period period = pointed_season(season, 0, context.reference);
  const bool ahead =
      (joined(at) && at[-1].is(Kind::kBefore)) || points_ahead(context, at, at + 1);
  if (ahead && range_of(period).last < context.reference) period = shifted(period, 4);
  if (!ahead && period.first > context.reference) period = shifted(period, -4);
  reading.score = 0.7;
  return set_period(reading, at + 1, period, "season", context.reference);
}

}  // namespace dateline::dates
