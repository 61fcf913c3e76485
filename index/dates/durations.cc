// Durations, and dates counted with them: "three days", "two years ago".

#include "index/dates/counts.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

// "53-year-old", "aged two years", "three years of age".
bool is_age(const Context& context, const Token* at, const Token* end) {
  if (end->is(Kind::kOld) && joined(end)) return true;
  if (end->gap == Gap::kHyphen && context.is_word(*end, "olds")) return true;
  if (at[-1].is(Kind::kAged) && joined(at)) return true;
  return follows(end, Kind::kOf) && end[1].is(Kind::kAged) &&
         context.is_word(end[1], "age");
}

// The period that lies `direction` amounts from `base`.
Period counted(const Amount& amount, int direction, Period base) {
  const int whole = direction * amount.count.whole;
  const bool half = amount.count.hundredths == 50;
  const Date day = base.first;
  if (!day) return {};
  switch (amount.unit) {
    case kDayUnit:
    case kNight:
      return {Grain::kDay, day_after(day, whole)};
    case kWeek:
      return shifted(period_of(Grain::kWeek, day), whole);
    case kFortnight:
      return {Grain::kDay, day_after(day, 14 * whole)};
    case kMonthUnit:
      return shifted(period_of(Grain::kMonth, day), whole);
    case kQuarter:
      return shifted(period_of(Grain::kQuarter, day), whole);
    case kYear:
      if (half)
        return shifted(period_of(Grain::kMonth, day), 12 * whole + 6 * direction);
      return shifted(period_of(Grain::kYear, day), whole);
    case kDecadeUnit:
      return shifted(period_of(Grain::kYear, day),
                     10 * whole + (half ? 5 * direction : 0));
    case kCentury:
      return shifted(period_of(Grain::kYear, day),
                     100 * whole + (half ? 50 * direction : 0));
    default:
      return {};
  }
}

// "a year ago", told of a quarter, is the quarter of the year before.
bool set_year_apart(const Context& context, const Token* end, int direction,
                    std::string_view rule, bool narrative, Reading& reading) {
  Period last = context.story.last;
  if (last.grain != Grain::kMonth || !narrative) {
    constexpr std::uint32_t kNear = 800;
    last =
        end->begin - context.story.part_at < kNear ? context.compared_part() : Period{};
  }
  if (!last) return false;
  reading.is_aside = true;
  const int per_year = last.grain == Grain::kQuarter ? 4
                       : last.grain == Grain::kHalf  ? 2
                                                     : 12;
  return set_period(reading, end, shifted(last, direction * per_year), rule,
                    last.first);
}

// "two hours later": as precise as an hour.
int to_the_hour(int minutes) { return (minutes + 30) / 60 * 60; }

// "two hours later": from the last time of the clock.
bool set_minutes_apart(const Context& context, const Token* end, const Amount& amount,
                       int direction, Reading& reading) {
  const Story& story = context.story;
  if (story.minute < 0 || !story.day || amount.count.unknown ||
      amount.count.whole > 100'000)
    return false;
  const int unit = amount.unit == kHour ? 60 : 1;
  int minutes = story.minute + direction * (amount.count.whole * unit +
                                            amount.count.hundredths * unit / 100);
  const bool hours = amount.unit == kHour && amount.count.whole > 1 && !amount.compound;
  if (hours && minutes > 0) {
    if (minutes != to_the_hour(minutes)) reading.modifier = "APPROX";
    minutes = to_the_hour(minutes);
  }
  const int days = minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440);
  const Date day = day_after(story.day, days);
  if (!set_period(reading, end, {Grain::kDay, day}, "hours apart", story.day))
    return false;
  const int left = minutes - days * 1440;
  reading.type = DateType::kTime;
  reading.minute = left;
  const auto two = [](int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  reading.value += 'T' + two(left / 60) + ':' + two(left % 60);
  return true;
}

bool is_clock_unit(Unit unit) {
  return unit == kHour || unit == kMinute || unit == kSecond;
}

struct Link {
  int direction = 0;  // 0: none.
  bool narrative = false;
  const Token* end = nullptr;
};

// "ago", "earlier", "later", "from now" behind an amount.
Link read_link(const Context& context, const Token* at) {
  if (!joined(at) && !(at->is(Kind::kTime) && at->gap == Gap::kApostrophe)) return {};
  const bool clause_end =
      !at[1].is(Kind::kThe) && !at[1].is(Kind::kA) && at[1].gap > Gap::kSpace;
  switch (at->word.kind) {
    case Kind::kAgo:
      return {-1, false, at + 1};
    case Kind::kEarlier:
      return {-1, true, at + 1};
    case Kind::kLater:
      return {1, true, at + 1};
    case Kind::kHence:
      return {1, false, at + 1};
    case Kind::kBefore:
      return clause_end ? Link{-1, true, at + 1} : Link{};
    case Kind::kAfter:
      return clause_end ? Link{1, true, at + 1} : Link{};
    case Kind::kFrom:
      if (context.is_word(at[1], "now") || context.is_word(at[1], "today"))
        return {1, false, at + 2};
      return {};
    case Kind::kTime:  // "in two years' time"
      return at->gap == Gap::kApostrophe || at[-1].possessive ? Link{1, false, at + 1}
                                                              : Link{};
    default:
      return {};
  }
}

// "a year ago to the day", "thirty years ago today", "a year ago on Thursday" where
// that is the day of publication.
bool is_to_the_day(const Context& context, const Token* at) {
  const Token* day = follows(at, Kind::kOn) ? at + 1 : at;
  if (joined(day) && day->is(Kind::kDayWord)) return day->word.value == 0;
  if (joined(day) && day->is(Kind::kWeekday) && context.reference)
    return day->word.value == weekday(context.reference);
  return follows(at, Kind::kTo) && at[1].is(Kind::kThe) &&
         context.is_word(at[2], "day");
}

// "three weeks ago Tuesday": so many weeks before the last one.
bool set_weeks_ago(const Context& context, const Amount& amount, const Link& link,
                   Reading& reading) {
  const Token* day = link.end;
  if (amount.unit != kWeek || !link.end[-1].is(Kind::kAgo) || amount.count.unknown ||
      amount.count.whole > 52 || !follows(day, Kind::kWeekday) || day->possessive ||
      (day->word.flags & (kPlural | kShort)) != 0 || !context.reference)
    return false;
  const int back = (weekday(context.reference) - day->word.value + 7) % 7;
  return set_period(
      reading, day + 1,
      {Grain::kDay, day_after(context.reference, -back - 7 * amount.count.whole)},
      "weeks before a day", context.reference);
}

// "three years ago this month".
bool is_to_the_month(const Token* at) {
  return follows(at, Kind::kPointer) && at->word.value == kThis &&
         follows(at + 1, Kind::kUnit) && at[1].word.value == kMonthUnit;
}

// An amount before or after some day.
bool set_apart(const Context& context, const Amount& amount, const Link& link,
               Reading& reading) {
  reading.takes = kTakesBound | kTakesThe;
  reading.score = 0.8;
  const std::string_view rule = link.direction < 0 ? "amount before" : "amount after";
  if (is_clock_unit(amount.unit)) {
    if (link.narrative &&
        set_minutes_apart(context, link.end, amount, link.direction, reading))
      return true;
    return set_value(reading, link.end, DateType::kDuration, amount.value, rule);
  }
  if (amount.count.unknown && link.narrative)
    return set_value(reading, link.end, DateType::kDuration, amount.value, rule);
  const std::string_view vague = link.direction < 0 ? "PAST_REF" : "FUTURE_REF";
  if (amount.count.unknown || amount.count.whole > 9000)
    return set_value(reading, link.end, DateType::kDate, std::string(vague), rule);
  const bool one_year =
      amount.unit == kYear && amount.count.whole == 1 && amount.count.hundredths == 0;
  const bool compared = link.direction < 0 || !link.narrative;
  if (one_year && compared &&
      set_year_apart(context, link.end, link.direction, rule, link.narrative, reading))
    return true;
  if (set_weeks_ago(context, amount, link, reading)) return true;
  Period base{Grain::kDay, context.reference};
  if (link.narrative && context.story.last) base = context.story.last;
  if (link.narrative && context.story.day && grain_of(amount.unit) <= Grain::kWeek)
    base = {Grain::kDay, context.story.day};
  Period period = counted(amount, link.direction, base);
  // "a week later" is the day of the week after.
  const bool one_week = amount.unit == kWeek && amount.count.whole == 1;
  if (one_week && (link.narrative || link.direction > 0) && base.grain == Grain::kDay)
    period = {Grain::kDay, day_after(base.first, 7 * link.direction)};
  if (amount.unit == kYear && is_to_the_day(context, link.end) &&
      base.first == context.reference)
    period = {Grain::kDay,
              months_after(base.first, 12 * amount.count.whole * link.direction)};
  if (amount.unit == kYear && is_to_the_month(link.end) &&
      base.first == context.reference)
    period = shifted(period_of(Grain::kMonth, base.first),
                     12 * amount.count.whole * link.direction);
  if (!period) return set_unresolved(reading, link.end, grain_of(amount.unit), rule);
  // "Ten years later, they sing again": from nothing that the text has dated.
  if (link.narrative && link.direction > 0 && grain_of(amount.unit) >= Grain::kYear &&
      context.reference && period.first.year > context.reference.year)
    return set_value(reading, link.end, DateType::kDuration, amount.value, rule);
  if (amount.count.approximate) reading.modifier = "APPROX";
  return set_period(reading, link.end, period, rule, base.first);
}

bool is_money(const Context& context, const Token* at) {
  const char before = context.before(*at);
  return before == '$' || before == '#' ||
         (at->gap == Gap::kHyphen && at[-1].is(Kind::kNumber) && at[-1].grouped);
}

// "a year-on-year rise".
bool is_comparison(const Amount& amount) {
  const Token* on = amount.end;
  return on->gap == Gap::kHyphen && on->is(Kind::kOn);
}

// "a day-to-day affair", "a year-end charge", "a night school".
bool is_part_of_word(const Context& context, const Token* at, const Amount& amount) {
  if (!at->is(Kind::kA) || amount.end != at + 2) return false;
  const Token& next = *amount.end;
  if (next.gap == Gap::kHyphen)
    return !context.is_word(next, "long") && !next.is(Kind::kOld);
  const bool noun = next.gap == Gap::kSpace && next.is(Kind::kNone) && !next.past;
  return at[1].is(Kind::kDayPart) && noun && !context.is_word(next, "out");
}

// "a quarter of it", "a half day's worth".
bool is_share(const Context& context, const Token* at, const Amount& amount) {
  if (amount.unit != kQuarter || amount.compound) return false;
  const bool few = !amount.count.unknown && amount.count.whole <= 3;
  if (few && (follows(amount.end, Kind::kOf) || amount.end[-1].gap == Gap::kHyphen))
    return true;
  return amount.count.whole == 1 && (at->is(Kind::kA) || context.is_word(*at, "one"));
}

// "a day of sorrow", "a night when": what a day was, not how long.
bool is_occasion(const Context& context, const Token* at, const Amount& amount) {
  const bool one = at->is(Kind::kA) && amount.count.whole == 1 && !amount.compound &&
                   (amount.unit == kDayUnit || amount.unit == kNight);
  const Token* next = amount.end;
  if (!one || !joined(next)) return false;
  const bool measured = at[-1].is(Kind::kFor) || at[-1].is(Kind::kIn) ||
                        at[-1].is(Kind::kWithin) || at[-1].is(Kind::kThan);
  return !measured &&
         (next->is(Kind::kOf) || next->is(Kind::kFor) || next->is(Kind::kOn) ||
          context.is_word(*next, "when") || context.is_word(*next, "that") ||
          context.is_word(*next, "which"));
}

// "one day", where no length is told of.
bool is_some_day(const Context& context, const Token* at, const Amount& amount) {
  const Token& before = at[-1];
  const bool one = context.is_word(*at, "one") && context.is_word(at[1], "day") &&
                   amount.end == at + 2 && at[1].gap == Gap::kSpace;
  const bool measured = joined(at) && (before.is(Kind::kIn) || before.is(Kind::kFor) ||
                                       before.is(Kind::kWithin) ||
                                       before.is(Kind::kThan) || before.is(Kind::kThe));
  const bool counted = amount.end->is(Kind::kOf) || amount.end->is(Kind::kIn) ||
                       before.is(Kind::kBy) ||
                       read_link(context, amount.end).direction != 0 ||
                       context.is_word(*amount.end, "short");
  return one && !measured && !counted;
}

// "He will laugh about it one day": some day to come. "One day he looked up" is of
// none, but "he stayed one day" tells how long.
bool read_some_day(const Context& context, const Token* at, const Amount& amount,
                   Reading& reading) {
  if (tense_at(context, at, amount.end) == Tense::kAhead)
    return set_value(reading, amount.end, DateType::kDate, "FUTURE_REF", "reference");
  if (amount.end->gap > Gap::kHyphen) return false;
  reading.end = amount.end;
  reading.is_none = true;
  return true;
}

// "a week on Saturday", "a week from Monday": weeks after the next of that day.
bool read_week_from(const Context& context, const Token* at, const Amount& amount,
                    Reading& reading) {
  const Token* link = amount.end;
  const Token* day = link + 1;
  const bool linked = follows(link, Kind::kFrom) ||
                      (follows(link, Kind::kOn) && !at[-1].is(Kind::kFor) &&
                       !at[-1].is(Kind::kIn) && !at[-1].is(Kind::kAfter));
  const bool named =
      day->is(Kind::kWeekday) && (day->word.flags & kPlural) == 0 && joined(day);
  if (amount.unit != kWeek || amount.count.unknown || amount.count.whole > 4 ||
      !linked || !named || day->possessive || !context.reference)
    return false;
  const int days = (day->word.value - weekday(context.reference) + 6) % 7 + 1;
  reading.score = 0.7;
  return set_period(
      reading, day + 1,
      {Grain::kDay, day_after(context.reference, days + 7 * amount.count.whole)},
      "weeks from a day", context.reference);
}

// "24 hours a day", "seven days a week": always.
bool read_always(const Amount& amount, Reading& reading) {
  const Token* unit = amount.end + 1;
  const bool rate = follows(amount.end, Kind::kA) && follows(unit, Kind::kUnit);
  const bool day = amount.value == "PT24H" && unit->word.value == kDayUnit;
  const bool week = amount.value == "P7D" && unit->word.value == kWeek;
  return rate && (day || week) &&
         set_value(reading, unit + 1, DateType::kSet, day ? "P1D" : "P1W", "set");
}

// "one-day matches", "three quarters" of a game: what sport counts.
bool is_of_sport(const Context& context, const Token* at, const Amount& amount) {
  if (amount.unit == kMinute && at->is(Kind::kNumber) && joined(at) &&
      at[-1].is(Kind::kOn))
    return true;
  if (amount.unit != kDayUnit || amount.end[-1].gap != Gap::kHyphen) return false;
  for (const std::string_view word :
       {"matches", "games", "internationals", "cricket", "series"})
    if (context.is_word(*amount.end, word)) return true;
  return false;
}

// "one night last week": some night, not how long.
bool is_some_night(const Token* at, const Amount& amount) {
  const bool one = at->is(Kind::kCardinal) && at->word.value == 1;
  const Token* next = amount.end;
  return one && amount.end[-1].is(Kind::kDayPart) && follows(next, Kind::kPointer) &&
         (next->word.value == kLast || next->word.value == kThis);
}

// "opens in ten days", "is due in a week": the day when, not how long.
bool is_ahead(const Context& context, const Token* at, const Amount& amount) {
  const Unit unit = amount.unit;
  const bool calendar = unit >= kDayUnit && unit <= kYear && unit != kNight;
  if (!calendar || amount.count.unknown || amount.compound || !context.reference ||
      !joined(at) || !at[-1].is(Kind::kIn) || amount.end->gap <= Gap::kHyphen)
    return false;
  const Token& verb = at[-2];
  // "would be redeemed in five years"
  const bool passive = verb.past && joined(at - 2) && joined(at - 3) &&
                       context.is_word(at[-3], "be") && at[-4].is(Kind::kFuture);
  return joined(at - 1) && (verb.is(Kind::kPlan) || verb.is(Kind::kAhead) || passive);
}

}  // namespace

bool read_duration(const Context& context, const Token* at, Reading& reading) {
  const Amount amount = read_amount(context, at);
  if (amount.end == nullptr || is_money(context, at) || is_share(context, at, amount))
    return false;
  // "the 1992-3 season"
  if (at->gap == Gap::kHyphen && is_year(at - 1)) return false;
  if (is_occasion(context, at, amount) || is_of_sport(context, at, amount) ||
      is_some_night(at, amount) || is_comparison(amount) ||
      is_part_of_word(context, at, amount))
    return false;
  if (is_some_day(context, at, amount) && read_some_day(context, at, amount, reading))
    return true;
  const bool speed =
      at->is(Kind::kA) && at[-1].is(Kind::kCounted) && amount.unit == kHour;
  if (speed || is_age(context, at, amount.end)) {
    reading.end = amount.end;
    reading.is_none = true;
    return true;
  }
  if (const Link link = read_link(context, amount.end); link.direction != 0)
    return set_apart(context, amount, link, reading);
  if (read_week_from(context, at, amount, reading) || read_always(amount, reading))
    return true;
  if (is_ahead(context, at, amount)) {
    reading.score = 0.7;
    const Period period = counted(amount, 1, {Grain::kDay, context.reference});
    if (set_period(reading, amount.end, period, "amount after", context.reference))
      return true;
  }
  reading.takes = kTakesBound | kTakesThe;
  if (at->is(Kind::kA) || at->is(Kind::kVague)) reading.takes = kTakesBound;
  // "the one-year plan": the article is the plan's.
  if (amount.end[-1].gap == Gap::kHyphen) reading.takes = kTakesBound;
  if (amount.count.approximate) reading.modifier = "APPROX";
  const Token* end = amount.end;
  if (end->gap == Gap::kHyphen && context.is_word(*end, "long")) ++end;
  return set_value(reading, end, DateType::kDuration, amount.value, "duration");
}

}  // namespace dateline::dates
