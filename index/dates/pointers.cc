// "last week", "this March", "the next day": what points from here or from the story.

#include "index/dates/beside_this.h"
#include "index/dates/counts.h"
#include "index/dates/named_days.h"
#include "index/dates/near_side.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "pointed";

// What a pointing word means: a step, and from where.
struct Step {
  int count;
  bool narrative;  // From the day that the text is at.
};

Step step_of(int pointer) {
  switch (pointer) {
    case kLast:
    case kPastPointer:
      return {-1, false};
    case kNext:
    case kComing:
      return {1, false};
    case kPrevious:
      return {-1, true};
    case kFollowing:
      return {1, true};
    case kSame:
    case kThat:
      return {0, true};
    default:
      return {0, false};
  }
}

// A pointing word, with what "this past", "this very" add, and where it ends.
struct Pointing {
  int pointer;
  const Token* next;
  bool with_the;
};

Pointing pointing_of(const Context& context, const Token* at) {
  Pointing what{at->word.value, at + 1, joined(at) && at[-1].is(Kind::kThe)};
  const Token* next = at + 1;
  if (what.pointer == kThis && follows(next, Kind::kPointer) &&
      (next->word.value == kPastPointer || next->word.value == kComing)) {
    what.pointer = next->word.value == kComing ? kNext : kLast;
    ++what.next;
  }
  if (context.is_word(*what.next, "very") || what.next->is(Kind::kWhole)) ++what.next;
  return what;
}

// Days from the day of publication to "this Tuesday" or "last Tuesday". One of the last
// two days of this week is not called the last one: that is a week before.
int days_to_weekday(const Context& context, const Token* at, const Pointing& what,
                    int count) {
  constexpr int kStillThis = 2;
  const int number = what.next->word.value;
  const int back = (weekday(context.reference) - number + 7) % 7;
  const bool this_week = number <= weekday(context.reference);
  if (count < 0) return back <= kStillThis && this_week ? -back - 7 : -back;
  const bool past = tense_at(context, at, what.next + 1) == Tense::kPast;
  return past ? -back : (7 - back) % 7;
}

bool point_to_weekday(const Context& context, const Token* at, const Pointing& what,
                      Reading& reading) {
  const Step step = step_of(what.pointer);
  if (what.pointer == kThat && context.story.day) {
    const int days = (what.next->word.value - weekday(context.story.day) + 10) % 7 - 3;
    return set_period(reading, what.next + 1,
                      {Grain::kDay, day_after(context.story.day, days)}, kRule,
                      context.story.day);
  }
  if (step.narrative && step.count != 0) {
    if (!context.now())
      return set_unresolved(reading, what.next + 1, Grain::kDay, kRule);
    const int today = weekday(context.now());
    const int number = what.next->word.value;
    int days = step.count > 0 ? (number - today + 7) % 7 : -((today - number + 7) % 7);
    if (days == 0) days = 7 * step.count;
    return set_period(reading, what.next + 1,
                      {Grain::kDay, day_after(context.now(), days)}, kRule,
                      context.now());
  }
  if ((what.pointer == kThis || step.count < 0) && context.reference) {
    const int days = days_to_weekday(context, at, what, step.count);
    return set_period(reading, what.next + 1,
                      {Grain::kDay, day_after(context.reference, days)}, kRule,
                      context.reference);
  }
  return set_weekday(context, at, what.next, step.count, reading);
}

// The day of "last June 6", "next Dec. 8" lies on that side of publication.
bool point_to_year(const Context& context, int count, Reading& day) {
  Date date = day.period.first;
  const bool single =
      day.period.grain == Grain::kDay && day.range.first == day.range.last;
  if (!single || count == 0) return true;
  if (count < 0 && date > context.reference) --date.year;
  if (count > 0 && date <= context.reference) ++date.year;
  return !is_valid(date) ||
         set_period(day, day.end, {Grain::kDay, date}, day.rule, day.anchor);
}

bool point_to_month(const Context& context, const Pointing& what, Reading& reading) {
  const Token* month = what.next;
  if (what.pointer == kRecent) return false;
  if (what.pointer == kThat) {
    const Period last = context.story.last;
    const bool clause = (month->word.flags & (kUnsure | kShort)) != 0 ||
                        month[1].is(Kind::kNumber) || month[1].is(Kind::kAnd);
    if (!last || clause) return false;
    Period that{Grain::kMonth, {last.first.year, month->word.value, 1}};
    if (context.reference && that.first > context.reference &&
        last.first <= context.reference)
      that = shifted(that, -12);
    return set_period(reading, month + 1, that, kRule, last.first);
  }
  if (!context.reference) {
    std::string partial = "XXXX" + to_string(Date{2000, month->word.value}).substr(4);
    return set_unresolved(reading, month + 1, Grain::kMonth, kRule, std::move(partial));
  }
  // "next March 5", "last May 3"
  Reading day;
  if (month[1].is(Kind::kNumber) && read_plain_day(context, month, day) && day.period) {
    reading = day;
    return !day.anchor || point_to_year(context, step_of(what.pointer).count, reading);
  }
  Date date =
      pointed_month(month->word.value, step_of(what.pointer).count, context.reference);
  date.day = 1;
  reading.takes = kTakesPhase;
  return set_period(reading, month + 1, {Grain::kMonth, date}, kRule,
                    context.reference);
}

bool point_to_season(const Context& context, const Pointing& what, Reading& reading) {
  reading.takes = kTakesPhase | (what.with_the ? kTakesThe : 0);
  Step step = step_of(what.pointer);
  if (what.with_the && what.pointer == kNext) step.narrative = true;
  Date from = step.narrative ? context.now() : context.reference;
  if (step.narrative && context.story.last) from = context.story.last.first;
  if (!from) return set_unresolved(reading, what.next + 1, Grain::kSeason, kRule);
  if (step.narrative && step.count == 0) {
    constexpr int kStarts[] = {3, 6, 9, 12};
    return set_period(reading, what.next + 1,
                      {Grain::kSeason, {from.year, kStarts[what.next->word.value], 1}},
                      kRule, from);
  }
  const Period season = pointed_season(what.next->word.value, step.count, from);
  return set_period(reading, what.next + 1, season, kRule, from);
}

// "this morning", "last night", "the next morning", "that evening".
bool point_to_part(const Context& context, const Token* at, const Pointing& what,
                   Reading& reading) {
  if (what.pointer == kLatest || what.pointer == kRecent || what.pointer == kCurrent)
    return false;
  Step step = step_of(what.pointer);
  if (what.pointer == kNext && (what.with_the || at->capital)) step.narrative = true;
  if (what.pointer == kLast && what.with_the) return false;
  Date from = step.narrative ? context.now() : context.reference;
  // "this morning" that one told a paper of the next day.
  const Date spoken = context.day_of_speech(*at);
  if (what.pointer == kThis && from && spoken == day_after(from, -1)) from = spoken;
  reading.type = DateType::kTime;
  reading.takes = kTakesHour;
  if (what.with_the) reading.takes = kTakesThe;
  if (!from) return set_unresolved(reading, what.next + 1, Grain::kDay, kRule);
  if (!set_period(reading, what.next + 1, {Grain::kDay, day_after(from, step.count)},
                  kRule, from))
    return false;
  reading.value += kDayPartCodes[what.next->word.value];
  return true;
}

// "the next day", "that day", "the same day".
bool point_to_day(const Context& context, const Pointing& what, Reading& reading) {
  Step step = step_of(what.pointer);
  if (what.pointer == kNext && (what.with_the || what.next[-1].capital))
    step.narrative = true;
  if (!step.narrative) return false;
  reading.takes = what.with_the ? kTakesThe : kTakesHour;
  const Token* end = what.next + 1;
  if (!context.now()) return set_unresolved(reading, end, Grain::kDay, kRule);
  return set_period(reading, end, {Grain::kDay, day_after(context.now(), step.count)},
                    kRule, context.now());
}

// "this year's third quarter", "last year's first half".
bool read_part_of_year(const Token* end, Period year, Reading& reading, Date anchor) {
  if (year.grain != Grain::kYear || !follows(end, Kind::kOrdinal)) return false;
  const int number = end->word.value;
  const Token* unit = end + 1;
  const bool quarter = follows(unit, Kind::kUnit) && unit->word.value == kQuarter;
  const bool half = follows(unit, Kind::kHalf) && number <= 2;
  if (number < 1 || number > 4 || (!quarter && !half)) return false;
  const Date first{year.first.year, (number - 1) * (quarter ? 3 : 6) + 1, 1};
  return set_period(reading, unit + 1,
                    {quarter ? Grain::kQuarter : Grain::kHalf, first}, kRule, anchor);
}

// The weekend that "last", "this", "next" point to.
Period weekend(Date from, int count, Tense tense) {
  Period here = period_of(Grain::kWeekend, from);
  const bool in_it = weekday(from) >= 6;
  // On a Monday, "this weekend" is the one just gone.
  const bool gone = weekday(from) <= 2 ? tense != Tense::kAhead
                                       : weekday(from) == 3 && tense == Tense::kPast;
  if (count == 0 && gone) return shifted(here, -1);
  if (count < 0 || (count > 0 && in_it)) return shifted(here, count);
  return here;
}

// Whether "over", "in", "for" before "the next year" tell how long.
bool is_measured(const Token* link) {
  return link->is(Kind::kBound) || link->is(Kind::kIn) || link->is(Kind::kFor) ||
         link->is(Kind::kWithin) || link->is(Kind::kDuring) || link->is(Kind::kBy) ||
         link->is(Kind::kThrough);
}

// The quarter or half of results that "the same period last year", "last year's
// quarter" compare with; none where the text has told of none.
Period compared_part(const Context& context, const Pointing& what, const Token* end) {
  Period part = context.story.part;
  const Token& before = what.next[-2];
  // Results are those of the quarter that is over.
  if (!part && before.is(Kind::kUnit) && context.reference)
    part = shifted(period_of(Grain::kQuarter, context.reference), -1);
  const auto is_part = [](const Token& token) {
    return token.is(Kind::kPeriod) ||
           (token.is(Kind::kUnit) && token.word.value == kQuarter);
  };
  const bool behind = joined(what.next - 1) && is_part(before);
  const bool owner = end[-1].possessive && is_part(*end);
  if (!part || what.pointer != kLast || (!behind && !owner)) return {};
  return shifted(part, part.grain == Grain::kHalf ? -2 : -4);
}

// "the latest period": the quarter that the text tells of, or the last.
bool point_to_period(const Context& context, const Pointing& what, Reading& reading) {
  if (what.pointer != kLatest || !context.reference) return false;
  Period part = context.story.part;
  if (!part) part = shifted(period_of(Grain::kQuarter, context.reference), -1);
  reading.takes = what.with_the ? kTakesThe : 0;
  return set_period(reading, what.next + 1, part, kRule, context.reference);
}

// "last year", "a year ago", "of 1988" behind a quarter.
bool leads_to_year(const Token* at) {
  if (follows(at, Kind::kOf) || follows(at, Kind::kIn)) ++at;
  if (is_year(at)) return joined(at);
  const Token* unit = at + 1;
  return (follows(at, Kind::kPointer) || follows(at, Kind::kA)) &&
         follows(unit, Kind::kUnit) && unit->word.value == kYear;
}

bool point_to_unit(const Context& context, const Pointing& what, Reading& reading) {
  const Unit unit = static_cast<Unit>(what.next->word.value);
  const Token* end = what.next + 1;
  if (unit <= kHour || unit == kFortnight) return false;
  if (unit == kSeasonUnit && (what.with_the || what.pointer > kNext)) return false;
  if (unit == kDayUnit || unit == kNight) return point_to_day(context, what, reading);
  const bool dated = what.pointer == kNext && what.with_the && unit < kDecadeUnit &&
                     context.story.last && !is_measured(what.next - 3);
  const bool century = unit == kCentury && what.pointer == kNext;
  const bool span = (what.pointer == kLast || what.pointer == kNext) && what.with_the &&
                    unit != kQuarter && !dated && !century;
  if (span || what.pointer == kPastPointer) {
    reading.takes = kTakesThe;
    return set_value(reading, end, DateType::kDuration,
                     duration_value({end, 1, 0, false, false}, unit), "span");
  }
  reading.takes = kTakesPhase | (what.with_the ? kTakesThe : 0);
  Step step = step_of(what.pointer);
  if (dated) step.narrative = true;
  if (what.pointer == kLatest) step.count = unit == kQuarter || unit == kYear ? -1 : 0;
  if (what.pointer == kRecent && unit == kQuarter) step.count = -1;
  // "current qtr" of a table, "this quarter's loss": those just reported.
  const Period part = context.story.part;
  if (what.pointer == kCurrent && context.is_word(*what.next, "qtr")) step.count = -1;
  if (what.pointer == kThis && unit == kQuarter && end[-1].possessive &&
      part.grain == Grain::kQuarter && part)
    return set_period(reading, end, part, kRule, context.reference);
  // "the same quarter last year": the year says which.
  if (what.pointer == kSame && unit == kQuarter && leads_to_year(end)) {
    reading.end = end;
    reading.is_none = true;
    return true;
  }
  const Date from =
      step.narrative ? context.told_day(grain_of(unit)) : context.reference;
  if (!from) return set_unresolved(reading, end, grain_of(unit), kRule);
  if (const Period year_ago = compared_part(context, what, end);
      year_ago && unit == kYear) {
    reading.is_aside = true;
    return set_period(reading, end, year_ago, "a year before", part.first);
  }
  const Period period =
      unit == kWeekend
          ? weekend(from, step.count,
                    weighed_tense(context, what.next, end,
                                  tense_at(context, what.next, end), NearSide::kNext))
          : shifted(period_of(grain_of(unit), from), step.count);
  if (read_part_of_year(end, period, reading, from)) return true;
  return set_period(reading, end, period, kRule, from);
}

// "the past two months", "recent weeks", "the next few days".
bool point_to_span(const Context& context, const Pointing& what, Reading& reading) {
  switch (what.pointer) {
    case kThis:
    case kThat:
    case kSame:
    case kCurrent:
      return false;
    default:
      break;
  }
  const Token* next = what.next;
  reading.takes = kTakesThe;
  if (next->is(Kind::kUnit) && (next->word.flags & kPlural) != 0) {
    const std::string value =
        duration_value({next, 0, 0, true, false}, static_cast<Unit>(next->word.value));
    return !value.empty() &&
           set_value(reading, next + 1, DateType::kDuration, value, "span");
  }
  const Amount amount = read_amount(context, next);
  if (amount.end == nullptr) return false;
  // "flew past three minutes later", "the latest three weeks ago"
  const Token* link = amount.end;
  if (joined(link) &&
      (link->is(Kind::kLater) || link->is(Kind::kEarlier) || link->is(Kind::kAgo)))
    return false;
  if (amount.count.approximate) reading.modifier = "APPROX";
  return set_value(reading, amount.end, DateType::kDuration, amount.value, "span");
}

// "in the past": what is over.
bool read_the_past(const Token* at, Reading& reading) {
  if (at->word.value != kPastPointer || !at[-1].is(Kind::kThe) ||
      at[1].gap <= Gap::kHyphen)
    return false;
  reading.takes = kTakesThe;
  return set_value(reading, at + 1, DateType::kDate, "PAST_REF", "reference");
}

// "following Wednesday's quake", "following last week's vote": after it.
bool is_preposition(const Token* at) {
  if (at->word.value != kFollowing || !joined(at + 1)) return false;
  const Token& next = at[1];
  if (joined(at) && at[-1].is(Kind::kThe)) return false;
  return next.possessive || next.is(Kind::kPointer) || at->capital;
}

}  // namespace

bool read_pointer(const Context& context, const Token* at, Reading& reading) {
  if (is_preposition(at)) return false;
  if (read_beside_this(context, at, reading)) return true;
  const Pointing what = pointing_of(context, at);
  const Token* next = what.next;
  // "This Week" is a paper.
  if (next->capital && next->is(Kind::kUnit) && what.pointer == kThis &&
      context.is_in_name(*next))
    return false;
  if (!joined(next)) return read_the_past(at, reading);
  const bool plural = (next->word.flags & kPlural) != 0;
  switch (next->word.kind) {
    case Kind::kWeekday:
      return (next->word.flags & (kPlural | kShort)) == 0 &&
             point_to_weekday(context, at, what, reading);
    case Kind::kMonth:
      return point_to_month(context, what, reading);
    case Kind::kSeason:
      return !plural && point_to_season(context, what, reading);
    case Kind::kDayPart:
      return !plural && point_to_part(context, at, what, reading);
    case Kind::kUnit:
      return plural ? point_to_span(context, what, reading)
                    : point_to_unit(context, what, reading);
    case Kind::kPeriod:
      return point_to_period(context, what, reading);
    case Kind::kFeast:
      return read_feast(context, next, step_of(what.pointer).count, reading);
    case Kind::kFiscal:
      if (next[1].is(Kind::kUnit) && next[1].word.value == kYear)
        return point_to_unit(
            context, {what.pointer, next + 1, what.with_the && what.pointer == kLatest},
            reading);
      return false;
    default:
      return point_to_span(context, what, reading) || read_the_past(at, reading);
  }
}

}  // namespace dateline::dates
