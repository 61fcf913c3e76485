// Units that stand alone: "year-end", "the weekend", "the day before", "for weeks".

#include "index/dates/counts.h"
#include "index/dates/tense.h"
#include "index/dates/units_beside.h"

namespace dateline::dates {
namespace {

// "up since year-end", "assets rose to 2 million at year-end": the last one, but for
// the end of the year, when it may be that of this one.
bool is_last_year_end(const Context& context, const Token* at, const Token* end) {
  constexpr int kLate = 10;
  if (context.reference.month > kLate) return joined(at) && at[-1].is(Kind::kSince);
  return tense_at(context, at, end) == Tense::kPast;
}

// "year-end", "month-end".
bool read_unit_end(const Context& context, const Token* at, Reading& reading) {
  const Token* end = at + 1;
  if (!joined(end) || !context.is_word(*end, "end")) return false;
  if (at->word.value < kWeek || at->word.value == kWeekend || end[1].is(Kind::kOf))
    return false;
  // "in the quarter end December 31"
  if (joined(end + 1) && end[1].is(Kind::kMonth)) return false;
  reading.takes = kTakesThe;
  // "year-end 1990"
  if (at->word.value == kYear && joined(end + 1) && is_year(end + 1)) {
    reading.modifier = "END";
    return set_period(reading, end + 2, {Grain::kYear, {end[1].number, 1, 1}},
                      "end of a unit");
  }
  if (!context.reference)
    return set_unresolved(reading, end + 1, grain_of(static_cast<Unit>(at->word.value)),
                          "end of a unit");
  reading.modifier = "END";
  Period period =
      period_of(grain_of(static_cast<Unit>(at->word.value)), context.reference);
  if (at->word.value == kYear && is_last_year_end(context, at, end + 1))
    period = shifted(period, -1);
  return set_period(reading, end + 1, period, "end of a unit", context.reference);
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

// "the weekend", "all weekend": the last one, or the next by the tense.
bool read_the_weekend(const Context& context, const Token* at, Reading& reading) {
  const bool all = context.is_word(at[-1], "all");
  if (!joined(at) || !(all || at[-1].is(Kind::kThe) || context.is_word(at[-1], "over")))
    return false;
  reading.takes = all ? kTakesAll : kTakesThe | kTakesPhase;
  if (!context.reference)
    return set_unresolved(reading, at + 1, Grain::kWeekend, "weekend");
  Period period = period_of(Grain::kWeekend, context.reference);
  const bool due =
      at[-2].is(Kind::kBy) || at[-2].is(Kind::kUntil) || at[-2].is(Kind::kBefore);
  if (period.first > context.reference && !due && !points_ahead(context, at, at + 1))
    period = shifted(period, -1);
  return set_period(reading, at + 1, period, "weekend", context.reference);
}

// The quarter, month or week that the day in "ended Sept. 30" is of; none where no day
// follows.
Period ended_period(const Context& context, const Token* at, Grain grain) {
  const bool ended = follows(at, Kind::kEnded) || context.is_word(*at, "ending") ||
                     context.is_word(*at, "end");
  if (!ended || !joined(at) || !joined(at + 1)) return {};
  const Token* day = at + 1;
  Reading inner;
  if (grain == Grain::kWeek && day->is(Kind::kWeekday)) {
    const bool found = set_weekday(context, day, day, -1, inner);
    return found && inner.period ? period_of(grain, inner.period.first) : Period{};
  }
  if (!day->is(Kind::kMonth) && !day->is(Kind::kNumber)) return {};
  if (!read_plain_day(context, day, inner) || !inner.period) return {};
  return period_of(grain, inner.period.first);
}

// "later in the week", "early in the year", with `at` the unit.
bool is_part_told(const Token* at) {
  const Token& part = at[-3];
  const bool early = part.is(Kind::kPhase) && part.word.value < kStartOf;
  return at[-2].is(Kind::kIn) && joined(at - 1) && joined(at - 2) &&
         (early || part.is(Kind::kLater) || part.is(Kind::kEarlier));
}

// "earlier in the day".
bool read_part_of_day(const Context& context, const Token* at, Reading& reading) {
  if (!at[-1].is(Kind::kThe) || !joined(at) || !is_part_told(at)) return false;
  const Date day = context.story.day ? context.story.day : context.main_day();
  reading.takes = kTakesThe | kTakesPhase;
  if (!day) return set_unresolved(reading, at + 1, Grain::kDay, "unit");
  return set_period(reading, at + 1, {Grain::kDay, day}, "unit", day);
}

// "all year", "all week".
bool read_all_of(const Context& context, const Token* at, Reading& reading) {
  const int unit = at->word.value;
  if (!joined(at) || !context.is_word(at[-1], "all") || !context.reference ||
      (unit != kYear && unit != kWeek && unit != kMonthUnit))
    return false;
  reading.takes = kTakesAll;
  const Grain grain = grain_of(static_cast<Unit>(unit));
  return set_period(reading, at + 1, period_of(grain, context.reference), "unit",
                    context.reference);
}

// "ended the week", "started the year": what markets and teams do.
bool is_begun_or_ended(const Context& context, const Token& verb) {
  if (verb.is(Kind::kEnded)) return true;
  for (const std::string_view word : {"end", "ends", "closed", "finished", "finish",
                                      "began", "begin", "started", "start"})
    if (context.is_word(verb, word)) return true;
  return false;
}

// The month or year that is over and that the text has just told of: "In May it rained.
// Early in the month".
Period told_just_before(const Context& context, const Token* at, Grain grain) {
  constexpr std::uint32_t kNear = 200;
  const Period last = context.story.last;
  const bool year = grain == Grain::kYear &&
                    (is_part_told(at) || last.first.year == context.reference.year - 1);
  const bool over = last.grain == grain && last.first < context.reference &&
                    (grain == Grain::kMonth || year);
  if (!over || at->begin - context.story.last_at > kNear) return {};
  const auto between =
      context.text.substr(context.story.last_at, at->begin - context.story.last_at);
  return between.find('\n') == between.npos ? last : Period{};
}

// "the year that began", "the year starting Oct. 1": which year is said behind it.
bool is_said_behind(const Context& context, const Token& next) {
  if (next.is(Kind::kEnded) || next.is(Kind::kTo) || is_year(&next) ||
      next.is(Kind::kPointer))
    return true;
  for (const std::string_view word :
       {"which", "starting", "beginning", "began", "when", "end", "through"})
    if (context.is_word(next, word)) return true;
  return false;
}

// "earned 3 million for the year", told before a spring: of the year that is over.
bool is_last_years(const Context& context, const Token* at) {
  constexpr int kLatest = 3;
  return context.reference.month <= kLatest &&
         tense_at(context, at, at + 1) == Tense::kPast;
}

// "for the full year".
bool read_full_year(const Context& context, const Token* at, Reading& reading) {
  const Token* full = at - 1;
  if (at->word.value != kYear || !joined(at) || !full->is(Kind::kWhole) ||
      !full[-1].is(Kind::kThe) || !full[-2].is(Kind::kFor) || at[1].is(Kind::kOf) ||
      at[1].gap == Gap::kHyphen || at[1].is(Kind::kEnded) || is_year(at + 1) ||
      !context.reference)
    return false;
  Period period = period_of(Grain::kYear, context.reference);
  if (is_last_years(context, at)) period = shifted(period, -1);
  return set_period(reading, at + 1, period, "unit", context.reference);
}

// "the week", "the end of the year", "the quarter".
bool read_the_unit(const Context& context, const Token* at, Reading& reading) {
  if (!at[-1].is(Kind::kThe) || !joined(at) || at[-1].gap == Gap::kHyphen ||
      at[1].is(Kind::kOf) || at[1].gap == Gap::kHyphen ||
      follows(at + 1, Kind::kCardinal))
    return false;
  if (at->capital && context.is_in_name(*at)) return false;
  const Token& before = at[-2];
  const bool phase = (before.is(Kind::kOf) && at[-3].is(Kind::kPhase) &&
                      at[-3].word.value >= kStartOf) ||
                     is_part_told(at);
  const int unit = at->word.value;
  const bool quarter =
      unit == kQuarter &&
      (before.is(Kind::kFor) || before.is(Kind::kIn) || before.is(Kind::kDuring));
  const bool week = unit == kWeek && (before.is(Kind::kFor) ||
                                      before.is(Kind::kDuring) || before.is(Kind::kOf));
  const bool for_year = unit == kYear && before.is(Kind::kFor) && joined(at - 1) &&
                        !is_said_behind(context, at[1]);
  const bool year =
      unit == kYear && (before.is(Kind::kOf) || before.is(Kind::kWithin) || for_year);
  reading.takes = kTakesThe | kTakesPhase;
  if (unit == kYear && follows(at + 1, Kind::kEnded))
    return set_value(reading, at + 1, DateType::kDuration, "P1Y", "duration");
  const bool whole =
      unit != kDecadeUnit && joined(at - 1) && is_begun_or_ended(context, before);
  const Grain grain = grain_of(static_cast<Unit>(unit));
  const bool ends = quarter || unit == kWeek || unit == kMonthUnit;
  const Period ended = ends ? ended_period(context, at + 1, grain) : Period{};
  if (!phase && !quarter && !week && !year && !whole && !ended) return false;
  reading.score = 0.6;
  if (!context.reference) return set_unresolved(reading, at + 1, grain, "unit");
  Period period = period_of(grain, context.reference);
  const Period told = phase ? told_just_before(context, at, grain) : Period{};
  if (ended) {
    period = ended;
  } else if (for_year && is_last_years(context, at)) {
    period = shifted(period, -1);
  } else if (told && tense_at(context, at, at + 1) != Tense::kAhead) {
    period = told;
  } else if (quarter) {
    const Period last = context.story.part;
    period = last && last.grain == Grain::kQuarter ? last : shifted(period, -1);
  }
  return set_period(reading, at + 1, period, "unit", context.reference);
}

// Whether a plural unit is one of time: not of "after-hours", "light years", "sunny
// days", "millions of years", "living quarters".
bool measures_time(const Context& context, const Token* at) {
  const Token& before = at[-1];
  const bool lasting =
      at[1].gap == Gap::kHyphen && context.is_word(at[1], "long") && !at->capital;
  if (lasting && at->gap != Gap::kHyphen) return true;
  const bool part_of_word = at->gap == Gap::kHyphen || context.after(*at) == '-';
  const bool opens = at->gap >= Gap::kDotSpace || context.starts_line(*at);
  if (part_of_word || (at->capital && !at->capitals && !opens) ||
      follows(at + 1, Kind::kOld))
    return false;
  const bool large = before.is(Kind::kOf) && (at[-2].is(Kind::kCounted) ||
                                              context.is_word(at[-2], "millions") ||
                                              context.is_word(at[-2], "thousands"));
  if (large || context.is_word(before, "light") || before.is(Kind::kFiscal))
    return false;
  switch (at->word.value) {
    case kYear:
    case kMonthUnit:
    case kWeek:
    case kDecadeUnit:
      return true;
    default:
      break;
  }
  switch (before.word.kind) {
    case Kind::kFor:
    case Kind::kIn:
    case Kind::kWithin:
    case Kind::kAfter:
    case Kind::kBound:
    case Kind::kDuring:
    case Kind::kThan:
      return true;
    default:
      // "hours before the vote", "minutes later"
      return joined(at + 1) && !before.is(Kind::kThe) && !before.is(Kind::kOf) &&
             (at[1].is(Kind::kBefore) || at[1].is(Kind::kAfter) ||
              at[1].is(Kind::kLater));
  }
}

// "for weeks", "hours before the vote".
bool read_many(const Context& context, const Token* at, Reading& reading) {
  if (!measures_time(context, at)) return false;
  const std::string value =
      duration_value({at, 0, 0, true, false}, static_cast<Unit>(at->word.value));
  reading.takes = kTakesThe;
  const Token* end = at + 1;
  if (end->gap == Gap::kHyphen && context.is_word(*end, "long")) ++end;
  return !value.empty() &&
         set_value(reading, end, DateType::kDuration, value, "duration");
}

// "weekends", "at weekends".
bool read_weekends(const Token* at, Reading& reading) {
  const bool placed = at[-1].is(Kind::kAt) || at[-1].is(Kind::kOn) ||
                      at[1].gap > Gap::kHyphen || at[1].is(Kind::kAnd);
  return at->word.value == kWeekend && placed &&
         set_value(reading, at + 1, DateType::kSet, "XXXX-WXX-WE", "set");
}

// "the weekend of 25-26 February".
bool read_weekend_of(const Context& context, const Token* at, Reading& reading) {
  const Token* day = at + 2;
  if (!follows(at + 1, Kind::kOf) || !joined(day) ||
      !(day->is(Kind::kMonth) || day->is(Kind::kNumber)))
    return false;
  Reading inner;
  if (!read_plain_day(context, day, inner) || !inner.period) return false;
  reading.takes = kTakesThe;
  return set_period(reading, inner.end, period_of(Grain::kWeekend, inner.period.first),
                    "weekend", inner.anchor);
}

}  // namespace

// "another year": one more.
bool read_another(const Context& context, const Token* at, Reading& reading) {
  const Token* unit = at + 1;
  if (!context.is_word(*at, "another") || !follows(unit, Kind::kUnit) ||
      (unit->word.flags & kPlural) != 0 || unit->word.value == kDayUnit ||
      unit->word.value == kQuarter || unit->word.value == kSeasonUnit ||
      unit[1].gap == Gap::kHyphen)
    return false;
  const std::string value =
      duration_value({unit, 1, 0, false, false}, static_cast<Unit>(unit->word.value));
  reading.takes = kTakesBound;
  return !value.empty() &&
         set_value(reading, unit + 1, DateType::kDuration, value, "duration");
}

bool read_bare_unit(const Context& context, const Token* at, Reading& reading) {
  if ((at->word.flags & kPlural) != 0) {
    if (read_weekends(at, reading)) return true;
    if (!follows(at + 1, Kind::kAgo)) return read_many(context, at, reading);
    return set_value(reading, at + 2, DateType::kDate, "PAST_REF", "amount before");
  }
  switch (at->word.value) {
    case kHour:
      // "within the hour"
      reading.takes = kTakesThe;
      return at[-1].is(Kind::kThe) && at[-2].is(Kind::kWithin) && joined(at) &&
             set_value(reading, at + 1, DateType::kDuration, "PT1H", "duration");
    case kDayUnit:
      return read_day_beside(context, at, reading) ||
             read_part_of_day(context, at, reading);
    case kWeekend:
      return read_unit_beside_other(context, at, reading) ||
             read_weekend_of(context, at, reading) ||
             read_the_weekend(context, at, reading);
    case kWeek:
    case kMonthUnit:
    case kQuarter:
    case kYear:
    case kDecadeUnit:
      return read_unit_end(context, at, reading) ||
             read_unit_beside_other(context, at, reading) ||
             read_week_of(context, at, reading) || read_all_of(context, at, reading) ||
             read_full_year(context, at, reading) ||
             read_the_unit(context, at, reading);
    default:
      return false;
  }
}

}  // namespace dateline::dates
