// Units that stand alone: "year-end", "the weekend", "the day before", "for weeks".

#include "index/dates/counts.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

bool is_unit(const Token* token, Unit unit) {
  return token->is(Kind::kUnit) && token->word.value == unit;
}

// "year-end", "month-end".
bool read_unit_end(const Context& context, const Token* at, Reading& reading) {
  const Token* end = at + 1;
  if (!joined(end) || !context.is_word(*end, "end")) return false;
  if (at->word.value < kWeek || at->word.value == kWeekend || end[1].is(Kind::kOf))
    return false;
  reading.takes = kTakesThe;
  if (!context.reference)
    return set_unresolved(reading, end + 1, grain_of(static_cast<Unit>(at->word.value)),
                          "end of a unit");
  reading.modifier = "END";
  const Period period =
      period_of(grain_of(static_cast<Unit>(at->word.value)), context.reference);
  return set_period(reading, end + 1, period, "end of a unit", context.reference);
}

// "year-earlier", "the year-ago quarter".
bool read_unit_ago(const Context& context, const Token* at, Reading& reading) {
  const Token* end = at + 1;
  if (end->gap != Gap::kHyphen || (!end->is(Kind::kEarlier) && !end->is(Kind::kAgo)))
    return false;
  if (at->word.value != kYear) return false;
  ++end;
  if (joined(end) && (end->is(Kind::kPeriod) || is_unit(end, kQuarter))) ++end;
  reading.takes = kTakesThe;
  reading.is_aside = true;
  const Period last = context.story.part;
  if (last && last.grain == Grain::kQuarter)
    return set_period(reading, end, shifted(last, -4), "a year before", last.first);
  if (!context.reference)
    return set_unresolved(reading, end, Grain::kYear, "a year before");
  return set_period(reading, end,
                    shifted(period_of(Grain::kYear, context.reference), -1),
                    "a year before", context.reference);
}

// "the week of March 6".
bool read_week_of(const Context& context, const Token* at, Reading& reading) {
  if (at->word.value != kWeek || !follows(at + 1, Kind::kOf)) return false;
  Reading inner;
  const Token* day = at[2].is(Kind::kThe) ? at + 3 : at + 2;
  if (!day->is(Kind::kMonth) && !day->is(Kind::kNumber)) return false;
  if (!read_plain_day(context, day, inner) || !inner.period) return false;
  reading.takes = kTakesThe;
  return set_period(reading, inner.end, period_of(Grain::kWeek, inner.period.first),
                    "week of a day", inner.anchor);
}

// "the day before yesterday", "the day after", "the night before".
bool read_day_beside(const Context& context, const Token* at, Reading& reading) {
  const Token* link = at + 1;
  const bool before = follows(link, Kind::kBefore);
  if (!before && !follows(link, Kind::kAfter)) return false;
  reading.takes = kTakesThe;
  const Token* other = link + 1;
  if (joined(other) && other->is(Kind::kDayWord)) {
    const int days = other->word.value + (before ? -1 : 1);
    if (!context.reference)
      return set_unresolved(reading, other + 1, Grain::kDay, "day beside");
    return set_period(reading, other + 1,
                      {Grain::kDay, day_after(context.reference, days)}, "day beside",
                      context.reference);
  }
  if (!at[-1].is(Kind::kThe) || other->gap <= Gap::kSpace) return false;
  if (!context.now())
    return set_unresolved(reading, link + 1, Grain::kDay, "day beside");
  return set_period(reading, link + 1,
                    {Grain::kDay, day_after(context.now(), before ? -1 : 1)},
                    "day beside", context.now());
}

// "the weekend": the last one, or the next by the tense.
bool read_the_weekend(const Context& context, const Token* at, Reading& reading) {
  if (!at[-1].is(Kind::kThe) || !joined(at)) return false;
  reading.takes = kTakesThe | kTakesPhase;
  if (!context.reference)
    return set_unresolved(reading, at + 1, Grain::kWeekend, "weekend");
  Period period = period_of(Grain::kWeekend, context.reference);
  if (period.first > context.reference && !points_ahead(context, at, at + 1))
    period = shifted(period, -1);
  return set_period(reading, at + 1, period, "weekend", context.reference);
}

// "the week", "the end of the year", "the quarter".
bool read_the_unit(const Context& context, const Token* at, Reading& reading) {
  if (!at[-1].is(Kind::kThe) || !joined(at) || at[1].is(Kind::kOf) ||
      at[1].gap == Gap::kHyphen)
    return false;
  const Token& before = at[-2];
  const bool phase =
      before.is(Kind::kOf) && at[-3].is(Kind::kPhase) && at[-3].word.value >= kStartOf;
  const int unit = at->word.value;
  const bool quarter =
      unit == kQuarter &&
      (before.is(Kind::kFor) || before.is(Kind::kIn) || before.is(Kind::kDuring));
  const bool week = unit == kWeek && (before.is(Kind::kFor) ||
                                      before.is(Kind::kDuring) || before.is(Kind::kOf));
  const bool year = unit == kYear && before.is(Kind::kOf);
  if (!phase && !quarter && !week && !year) return false;
  reading.takes = kTakesThe | kTakesPhase;
  reading.score = 0.6;
  const Grain grain = grain_of(static_cast<Unit>(unit));
  if (!context.reference) return set_unresolved(reading, at + 1, grain, "unit");
  Period period = period_of(grain, context.reference);
  if (quarter) {
    const Period last = context.story.part;
    period = last && last.grain == Grain::kQuarter ? last : shifted(period, -1);
  }
  return set_period(reading, at + 1, period, "unit", context.reference);
}

// "for weeks", "in years".
bool read_many(const Token* at, Reading& reading) {
  const bool apart =
      joined(at + 1) &&
      (at[1].is(Kind::kBefore) || at[1].is(Kind::kAfter) || at[1].is(Kind::kLater));
  switch (at[-1].word.kind) {
    case Kind::kFor:
    case Kind::kIn:
    case Kind::kWithin:
    case Kind::kAfter:
    case Kind::kBound:
    case Kind::kDuring:
    case Kind::kThan:
      break;
    default:
      // "hours before the vote", "minutes later"
      if (!apart || at[-1].is(Kind::kThe) || at[-1].is(Kind::kOf)) return false;
  }
  const std::string value =
      duration_value({at, 0, 0, true, false}, static_cast<Unit>(at->word.value));
  return (joined(at) || apart) && !value.empty() &&
         set_value(reading, at + 1, DateType::kDuration, value, "duration");
}

}  // namespace

bool read_bare_unit(const Context& context, const Token* at, Reading& reading) {
  if ((at->word.flags & kPlural) != 0) {
    if (!follows(at + 1, Kind::kAgo)) return read_many(at, reading);
    return set_value(reading, at + 2, DateType::kDate, "PAST_REF", "amount before");
  }
  switch (at->word.value) {
    case kDayUnit:
      return read_day_beside(context, at, reading);
    case kWeekend:
      return read_the_weekend(context, at, reading);
    case kWeek:
    case kMonthUnit:
    case kQuarter:
    case kYear:
    case kDecadeUnit:
      return read_unit_end(context, at, reading) ||
             read_unit_ago(context, at, reading) ||
             read_week_of(context, at, reading) || read_the_unit(context, at, reading);
    default:
      return false;
  }
}

}  // namespace dateline::dates
